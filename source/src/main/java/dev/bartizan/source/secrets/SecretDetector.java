package dev.bartizan.source.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells secrets from other text. It rather masks too much than too little, but leaves what only points at a secret: the name of a Secret, a variable, a
 * path, a template.
 */
public final class SecretDetector {
    /** Nothing shorter is recognised by itself. */
    private static final int SHORTEST = 6;

    private SecretDetector() {}

    /** The secrets within a text, in order and without overlaps; mostly none. */
    public static List<Match> scan(String text) {
        if (text.length() < SHORTEST) {
            return List.of();
        }
        List<Match> matches = SecretScanner.scan(text);
        return EmbeddedSecrets.mayHold(text) ? withEmbedded(text, matches) : matches;
    }

    private static List<Match> withEmbedded(String text, List<Match> matches) {
        var embedded = new Findings();
        EmbeddedSecrets.find(text, embedded);
        if (embedded.matches().isEmpty()) {
            return matches;
        }
        var all = new ArrayList<Match>(embedded.matches());
        all.addAll(matches);
        all.sort(Comparator.comparingInt(Match::start));
        var merged = new ArrayList<Match>();
        for (Match match : all) {
            Match last = merged.isEmpty() ? match : merged.getLast();
            if (merged.isEmpty() || match.start() >= last.end()) {
                merged.add(match);
            } else {
                merged.set(merged.size() - 1, new Match(last.start(), Math.max(last.end(), match.end()), last.kind()));
            }
        }
        return merged;
    }

    /** A text with its secrets masked. */
    public static String mask(String text) {
        List<Match> matches = scan(text);
        return matches.isEmpty() ? text : Match.mask(text, matches);
    }

    /** The kind of secret that a value under this name is; empty when the name says nothing or the value is no literal. */
    public static Optional<SecretKind> kindOf(SecretNames.Verdict verdict, String value) {
        return SecretValues.isLiteral(verdict, value) ? SecretNames.kindOf(verdict) : Optional.empty();
    }

    /**
     * The kind of secret that a file is or holds; empty when nothing says so.
     *
     * @param name of the file
     * @param encoded its bytes in Base64
     */
    public static Optional<SecretKind> kindOfFile(String name, String encoded) {
        return KeyStores.isKeyStore(name, encoded)
                ? Optional.of(SecretKind.PRIVATE_KEY)
                : scan(decoded(encoded)).stream().map(Match::kind).findFirst();
    }

    /** One unit for each byte, as far as it is Base64. */
    private static String decoded(String encoded) {
        try {
            return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException _) {
            return encoded;
        }
    }
}
