package dev.bartizan.exchange.tree;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** A tree as JSON text for people and for version control: two spaces a level, one entry a line, ended by a line feed. */
public final class JsonText {
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    public static String of(Json tree) {
        var text = new JsonText();
        text.write(tree, "");
        return text.out.append('\n').toString();
    }

    private void write(Json tree, String indent) {
        switch (tree) {
            case Json.Text text -> quote(text.value(), out);
            case Json.Numeral number -> out.append(number.text());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Null _ -> out.append("null");
            case Json.Items items -> {
                String inner = indent + STEP;
                open('[');
                for (Iterator<Json> left = items.values().iterator(); left.hasNext(); ) {
                    out.append('\n').append(inner);
                    write(left.next(), inner);
                    out.append(left.hasNext() ? "," : "\n" + indent);
                }
                out.append(']');
            }
            case Json.Entries entries -> {
                String inner = indent + STEP;
                open('{');
                for (Iterator<Map.Entry<String, Json>> left =
                                entries.values().entrySet().iterator();
                        left.hasNext(); ) {
                    Map.Entry<String, Json> entry = left.next();
                    out.append('\n').append(inner);
                    quote(entry.getKey(), out);
                    out.append(": ");
                    write(entry.getValue(), inner);
                    out.append(left.hasNext() ? "," : "\n" + indent);
                }
                out.append('}');
            }
        }
    }

    private void open(char mark) {
        out.append(mark);
    }

    /** As JSON quotes it, which YAML reads alike; what is no plain character is escaped, so that nothing hides in it. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (isPlain(text, i)) {
                        out.append(unit);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPlain(String text, int at) {
        char unit = text.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(unit)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> unit != '\uFFFE' && unit != '\uFFFF';
        };
    }
}
