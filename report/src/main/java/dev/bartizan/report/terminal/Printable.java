package dev.bartizan.report.terminal;

/**
 * Text from the input made safe for a terminal: a manifest may hold escape sequences that move the cursor, rewrite what was printed or set the
 * window title, and bidirectional marks that make a line read otherwise than it is.
 */
public final class Printable {
    private static final int LONGEST = 400;

    private Printable() {}

    public static String of(String text) {
        var safe = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(unit -> safe.appendCodePoint(isHarmless(unit) ? unit : '\uFFFD'));
        return text.length() > LONGEST ? safe.append('…').toString() : safe.toString();
    }

    private static boolean isHarmless(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
