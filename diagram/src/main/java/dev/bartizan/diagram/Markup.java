package dev.bartizan.diagram;

/** Builds XML from untrusted text: names of assets come from the input and stay text, whatever they hold. */
final class Markup {
    private final StringBuilder text = new StringBuilder();

    /** Writes a tag or other trusted markup as it is, with each {@code %} replaced by the next value, escaped. */
    Markup add(String template, Object... values) {
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char character = template.charAt(i);
            if (character == '%') {
                escape(String.valueOf(values[next++]));
            } else {
                text.append(character);
            }
        }
        text.append('\n');
        return this;
    }

    private void escape(String value) {
        value.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    /** The characters that XML 1.0 allows; one other makes the whole picture unreadable. */
    private static boolean isXml(int point) {
        boolean blank = point == '\t' || point == '\n' || point == '\r';
        return blank || (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
