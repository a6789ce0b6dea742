package dev.bartizan.source.secrets;

/** Names and keys of the input as messages may show them: short, on one line, without control characters and without anything that looks like a secret. */
public final class Clip {
    private static final int LONGEST = 60;

    private Clip() {}

    public static String of(String text) {
        var clipped = new StringBuilder();
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        head.codePoints().map(Clip::visible).forEach(clipped::appendCodePoint);
        return text.length() > LONGEST ? clipped.append('…').toString() : clipped.toString();
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
