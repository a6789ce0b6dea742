package dev.bartizan.exchange.tree;

import java.util.Map;
import java.util.regex.Pattern;

/** A tree as YAML in blocks. Texts stand as they are where every version of YAML reads them as that text, else in double quotes as in JSON. */
public final class YamlText {
    private static final int LONGEST_PLAIN = 120;
    private static final String STEP = "  ";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/<][A-Za-z0-9_./@<>()+=;-]*( [A-Za-z0-9_./@<>()+=;?!-]+)*");
    /** What some version of YAML takes for something else than a text. */
    private static final Pattern RESERVED =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf|<<|=|[0-9.+-].*|\\.(nan|inf)");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static String of(Json tree) {
        var text = new YamlText();
        if (isBlock(tree)) {
            text.block(tree, "");
        } else {
            text.scalar(tree);
            text.out.append('\n');
        }
        return text.out.toString();
    }

    private static boolean isBlock(Json tree) {
        return switch (tree) {
            case Json.Items items -> !items.values().isEmpty();
            case Json.Entries entries -> !entries.values().isEmpty();
            case Json.Text _, Json.Numeral _, Json.Flag _, Json.Null _ -> false;
        };
    }

    /** Each line of it, the first without its indentation. */
    private void block(Json tree, String indent) {
        String before = "";
        switch (tree) {
            case Json.Items items -> {
                for (Json value : items.values()) {
                    out.append(before).append("- ");
                    before = indent;
                    if (isBlock(value)) {
                        block(value, indent + STEP);
                    } else {
                        scalar(value);
                        out.append('\n');
                    }
                }
            }
            case Json.Entries entries -> {
                for (Map.Entry<String, Json> entry : entries.values().entrySet()) {
                    out.append(before);
                    before = indent;
                    text(entry.getKey());
                    out.append(':');
                    value(entry.getValue(), indent + STEP);
                }
            }
            case Json.Text _, Json.Numeral _, Json.Flag _, Json.Null _ -> scalar(tree);
        }
    }

    private void value(Json value, String indent) {
        if (isBlock(value)) {
            out.append('\n').append(indent);
            block(value, indent);
        } else {
            out.append(' ');
            scalar(value);
            out.append('\n');
        }
    }

    private void scalar(Json value) {
        switch (value) {
            case Json.Text text -> text(text.value());
            case Json.Numeral number -> out.append(number.text());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Null _ -> out.append("null");
            case Json.Items _ -> out.append("[]");
            case Json.Entries _ -> out.append("{}");
        }
    }

    private void text(String text) {
        // A pattern with groups that repeat takes a frame of the stack for each time.
        if (text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !RESERVED.matcher(text).matches()) {
            out.append(text);
        } else {
            JsonText.quote(text, out);
        }
    }
}
