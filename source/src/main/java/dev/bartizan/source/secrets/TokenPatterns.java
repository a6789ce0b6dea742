package dev.bartizan.source.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Credentials that are recognised by their own form wherever they stand: their issuers give them a prefix for this purpose. The prefixes are stated in the
 * issuers' documentation and used by GitHub's and GitLab's secret scanning.
 */
final class TokenPatterns {
    /** Which units may follow a prefix. */
    private enum Alphabet {
        ALPHANUMERIC,
        UPPER,
        /** With hyphen and underscore, as in Base64 for URLs. */
        URL,
        /** And points. */
        DOTTED
    }

    /**
     * @param least how many units must follow
     * @param mixed whether a digit or a capital must be among them, because words in kebab-case begin the same way
     */
    private record Pattern(String prefix, int least, Alphabet alphabet, boolean mixed, SecretKind kind) {
        Pattern(String prefix, int least, Alphabet alphabet) {
            this(prefix, least, alphabet, false, SecretKind.TOKEN);
        }
    }

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("hf_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("api_org_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("sk-", 16, Alphabet.URL, true, SecretKind.API_KEY),
            new Pattern("sk_live_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("sk_test_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("rk_live_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("gsk_", 20, Alphabet.ALPHANUMERIC),
            new Pattern("r8_", 20, Alphabet.ALPHANUMERIC),
            new Pattern("xai-", 20, Alphabet.URL, true, SecretKind.API_KEY),
            new Pattern("pplx-", 20, Alphabet.URL, true, SecretKind.API_KEY),
            new Pattern("tvly-", 16, Alphabet.URL, true, SecretKind.API_KEY),
            new Pattern("lsv2_pt_", 16, Alphabet.URL),
            new Pattern("lsv2_sk_", 16, Alphabet.URL),
            new Pattern("nvapi-", 16, Alphabet.URL, false, SecretKind.API_KEY),
            new Pattern("AKIA", 16, Alphabet.UPPER, false, SecretKind.API_KEY),
            new Pattern("ASIA", 16, Alphabet.UPPER, false, SecretKind.API_KEY),
            new Pattern("AIza", 30, Alphabet.URL, false, SecretKind.API_KEY),
            new Pattern("ya29.", 20, Alphabet.URL),
            new Pattern("ghp_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("gho_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("ghu_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("ghs_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("ghr_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("github_pat_", 16, Alphabet.URL),
            new Pattern("glpat-", 16, Alphabet.URL),
            new Pattern("gldt-", 16, Alphabet.URL),
            new Pattern("glrt-", 16, Alphabet.URL),
            new Pattern("glptt-", 16, Alphabet.URL),
            new Pattern("glsa_", 16, Alphabet.URL),
            new Pattern("xoxa-", 10, Alphabet.URL),
            new Pattern("xoxb-", 10, Alphabet.URL),
            new Pattern("xoxe-", 10, Alphabet.URL),
            new Pattern("xoxp-", 10, Alphabet.URL),
            new Pattern("xoxr-", 10, Alphabet.URL),
            new Pattern("xoxs-", 10, Alphabet.URL),
            new Pattern("xapp-", 16, Alphabet.URL, true, SecretKind.TOKEN),
            new Pattern("npm_", 30, Alphabet.ALPHANUMERIC),
            new Pattern("pypi-Ag", 40, Alphabet.URL),
            new Pattern("dckr_pat_", 16, Alphabet.URL),
            new Pattern("dop_v1_", 32, Alphabet.ALPHANUMERIC),
            new Pattern("dapi", 32, Alphabet.ALPHANUMERIC),
            new Pattern("hvs.", 20, Alphabet.URL),
            new Pattern("hvb.", 20, Alphabet.URL),
            new Pattern("SG.", 30, Alphabet.DOTTED),
            new Pattern("shpat_", 16, Alphabet.ALPHANUMERIC),
            new Pattern("rpa_", 20, Alphabet.ALPHANUMERIC),
            new Pattern("ATATT", 40, Alphabet.URL),
            new Pattern("AGE-SECRET-KEY-1", 20, Alphabet.ALPHANUMERIC, false, SecretKind.PRIVATE_KEY));

    /** By first character, so that most characters cost one look. */
    private static final Pattern[][] BY_FIRST = byFirst();

    /** "-----BEGIN " and "-----BEGIN CERTIFICATE" in Base64. */
    private static final String ENCODED_PEM = "LS0tLS1CRUdJTi";

    private static final String ENCODED_CERTIFICATE = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR";
    private static final String ENCODED_PUBLIC_KEY = "LS0tLS1CRUdJTiBQVUJMSUMgS0VZ";

    private TokenPatterns() {}

    private static Pattern[][] byFirst() {
        Map<Character, List<Pattern>> groups = new TreeMap<>();
        PATTERNS.forEach(pattern -> groups.merge(
                pattern.prefix().charAt(0),
                List.of(pattern),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList()));
        var byFirst = new Pattern[128][];
        for (int i = 0; i < byFirst.length; i++) {
            byFirst[i] = groups.getOrDefault((char) i, List.of()).toArray(Pattern[]::new);
        }
        return byFirst;
    }

    /** Whether a token may begin with this character. */
    static boolean mayBegin(char first) {
        return first < 128 && (BY_FIRST[first].length > 0 || first == 'e' || first == 'L');
    }

    /** The token that begins here. */
    static Optional<Match> find(String text, int start) {
        for (Pattern pattern : BY_FIRST[text.charAt(start)]) {
            if (text.startsWith(pattern.prefix(), start)) {
                int end = end(text, start, pattern);
                if (end > 0) {
                    return Optional.of(new Match(start, end, pattern.kind()));
                }
            }
        }
        if (text.startsWith("eyJ", start)) {
            return match(start, jsonWebTokenEnd(text, start), SecretKind.TOKEN);
        }
        return text.startsWith(ENCODED_PEM, start)
                ? match(start, encodedPemEnd(text, start), SecretKind.PRIVATE_KEY)
                : Optional.empty();
    }

    private static Optional<Match> match(int start, int end, SecretKind kind) {
        return end > start ? Optional.of(new Match(start, end, kind)) : Optional.empty();
    }

    private static int end(String text, int start, Pattern pattern) {
        boolean afterHyphen = start > 0 && text.charAt(start - 1) == '-';
        if (pattern.mixed() && afterHyphen) {
            return -1;
        }
        int from = start + pattern.prefix().length();
        int at = from;
        boolean mixed = false;
        while (at < text.length() && fits(text.charAt(at), pattern.alphabet())) {
            char unit = text.charAt(at++);
            mixed |= unit < 'a' && unit != '-' && unit != '_';
        }
        return at - from >= pattern.least() && (mixed || !pattern.mixed()) ? at : -1;
    }

    private static boolean fits(char unit, Alphabet alphabet) {
        return switch (alphabet) {
            case UPPER -> Ascii.isUpper(unit) || Ascii.isDigit(unit);
            case ALPHANUMERIC -> Ascii.isLetterOrDigit(unit);
            case URL -> Ascii.isWord(unit) || unit == '-';
            case DOTTED -> Ascii.isName(unit);
        };
    }

    /** Two or more parts of Base64 with points between: header, payload, perhaps a signature. */
    private static int jsonWebTokenEnd(String text, int start) {
        int at = start;
        int parts = 0;
        int partStart = start;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == '.') {
                parts++;
                if (parts == 1 && at - partStart < 8) {
                    return -1;
                }
                partStart = at + 1;
            } else if (!fits(unit, Alphabet.URL) && unit != '=') {
                break;
            }
            at++;
        }
        // A sentence may end behind the token.
        int end = at > start && text.charAt(at - 1) == '.' ? at - 1 : at;
        return parts >= 1 && end - start >= 20 ? end : -1;
    }

    private static int encodedPemEnd(String text, int start) {
        if (text.startsWith(ENCODED_CERTIFICATE, start) || text.startsWith(ENCODED_PUBLIC_KEY, start)) {
            return -1;
        }
        int at = start;
        while (at < text.length() && Ascii.isBase64(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether this is Base64 of {@code user:password}, as in a Basic header or a Docker configuration. */
    static boolean isEncodedCredential(String value) {
        if (value.length() < 4 || value.length() > 4096) {
            return false;
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            return decoded.indexOf(':') > 0
                    && decoded.codePoints().allMatch(point -> point >= ' ' && point != '\uFFFD');
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
