package dev.bartizan.source.secrets;

import java.util.List;

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
        return text.length() < SHORTEST ? List.of() : SecretScanner.scan(text);
    }

    /** A text with its secrets masked. */
    public static String mask(String text) {
        List<Match> matches = scan(text);
        return matches.isEmpty() ? text : Match.mask(text, matches);
    }

    /** The kind of secret that a value under this name is; empty when the name says nothing or the value is no literal. */
    public static java.util.Optional<SecretKind> kindOf(SecretNames.Verdict verdict, String value) {
        return SecretValues.isLiteral(verdict, value) ? SecretNames.kindOf(verdict) : java.util.Optional.empty();
    }
}
