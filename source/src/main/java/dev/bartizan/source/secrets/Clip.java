package dev.bartizan.source.secrets;

/** Names and keys of the input as messages may show them: short, on one line, without control characters and without anything that looks like a secret. */
public final class Clip {
    private static final int LONGEST = 60;

    private static final int LONGEST_SCANNED = 1 << 14;

    private Clip() {}

    public static String of(String text) {
        // Masked before it is cut: half a token is still half a secret.
        String masked =
                SecretDetector.mask(text.length() > LONGEST_SCANNED ? text.substring(0, LONGEST_SCANNED) : text);
        return masked.length() > LONGEST ? plain(masked.substring(0, LONGEST)) + '…' : plain(masked);
    }

    /** The name of a file, in full. */
    public static String name(String text) {
        return plain(SecretDetector.mask(text));
    }

    private static String plain(String text) {
        if (text.codePoints().allMatch(point -> visible(point) == point)) {
            return text;
        }
        var plain = new StringBuilder();
        text.codePoints().map(Clip::visible).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Control characters, line separators, marks that reverse the writing direction and halves of surrogate pairs would forge or garble a message. */
    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> '\uFFFD';
            default -> codePoint;
        };
    }
}
