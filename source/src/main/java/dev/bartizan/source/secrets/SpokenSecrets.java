package dev.bartizan.source.secrets;

import dev.bartizan.source.secrets.SecretNames.Verdict;

/** Secrets that a word announces, without a colon or an equals sign: {@code Bearer x}, {@code requirepass x}, {@code IDENTIFIED BY 'x'}. */
final class SpokenSecrets {
    private static final int NETRC_LINE = 200;

    private SpokenSecrets() {}

    static boolean mayBegin(char first) {
        return "BbPpIirm".indexOf(first) >= 0;
    }

    static int look(String text, int at, Findings found) {
        return switch (text.charAt(at)) {
            case 'B', 'b' -> scheme(text, at, found);
            case 'P', 'p' -> password(text, at, found);
            case 'I', 'i' -> after(text, at, "identified by ", found);
            case 'r' -> Assignments.isLineStart(text, at) ? after(text, at, "requirepass ", found) : Findings.NOTHING;
            case 'm' -> Assignments.isLineStart(text, at) ? after(text, at, "masterauth ", found) : Findings.NOTHING;
            default -> Findings.NOTHING;
        };
    }

    /** The value of an Authorization header, but not "bearer authentication". */
    private static int scheme(String text, int at, Findings found) {
        boolean bearer = text.regionMatches(true, at, "bearer ", 0, 7);
        boolean basic = text.regionMatches(true, at, "basic ", 0, 6);
        if (!bearer && !basic) {
            return Findings.NOTHING;
        }
        int start = at + (bearer ? 7 : 6);
        int end = start;
        boolean mixed = false;
        while (end < text.length()
                && (Ascii.isBase64(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '~')) {
            mixed |= Ascii.isDigit(text.charAt(end)) || Ascii.isUpper(text.charAt(end));
            end++;
        }
        boolean secret = bearer
                ? end - start >= 20 || (end - start >= 8 && mixed)
                : TokenPatterns.isEncodedCredential(text.substring(start, end));
        return secret ? found.add(start, end, SecretKind.AUTHORIZATION) : Findings.NOTHING;
    }

    /** {@code PASSWORD 'x'} of SQL, {@code login u password x} of a .netrc file. */
    private static int password(String text, int at, Findings found) {
        if (!text.regionMatches(true, at, "password ", 0, 9)) {
            return Findings.NOTHING;
        }
        boolean quoted = text.startsWith("'", Ascii.skipBlanks(text, at + 9));
        boolean netrc = text.substring(Math.max(0, at - NETRC_LINE), at).contains("login ");
        return quoted || netrc ? after(text, at, "password ", found) : Findings.NOTHING;
    }

    private static int after(String text, int at, String words, Findings found) {
        return text.regionMatches(true, at, words, 0, words.length())
                ? Assignments.value(text, Ascii.skipBlanks(text, at + words.length()), Verdict.PASSWORD, false, found)
                : Findings.NOTHING;
    }
}
