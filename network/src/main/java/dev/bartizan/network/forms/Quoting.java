package dev.bartizan.network.forms;

/** Words of manifests inside of other languages: a name may hold anything, and must end neither a line nor a cell nor a string. */
public final class Quoting {
    private Quoting() {}

    /** Without what moves a cursor, ends a line or turns the direction of reading. */
    public static String printable(String text) {
        if (text.codePoints().allMatch(Quoting::isHarmless)) {
            return text;
        }
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> safe.appendCodePoint(isHarmless(point) ? point : '\uFFFD'));
        return safe.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** A string of JSON or of Graphviz. */
    public static String quoted(String text) {
        return "\"" + printable(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A cell of a file of comma separated values (RFC 4180). */
    public static String cell(String text) {
        String safe = printable(text);
        boolean isPlain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && !safe.startsWith(" ");
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** A cell of a table of Markdown. */
    public static String bar(String text) {
        return printable(text).replace("|", "\\|").replace("<", "&lt;");
    }
}
