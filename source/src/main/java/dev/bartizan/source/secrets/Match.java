package dev.bartizan.source.secrets;

import java.util.List;

/** A secret within a text, from {@code start} to {@code end} (exclusive), in UTF-16 units. */
public record Match(int start, int end, SecretKind kind) {
    /** What stands where a secret stood. It may stand in the userinfo of a URL, so that the rest still parses. */
    public static final String MASK = "***";

    public Match {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a match from " + start + " to " + end);
        }
    }

    /** The text with each match replaced by the mask; matches are in order and do not overlap. */
    public static String mask(String text, List<Match> matches) {
        var masked = new StringBuilder();
        int from = 0;
        for (Match match : matches) {
            masked.append(text, from, match.start()).append(MASK);
            from = match.end();
        }
        return masked.append(text, from, text.length()).toString();
    }
}
