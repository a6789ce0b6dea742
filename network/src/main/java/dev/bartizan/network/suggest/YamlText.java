package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.Traffic.Reason;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines of YAML; whatever a value holds, it is read back as that text. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]{0,251}[A-Za-z0-9]|[A-Za-z]");
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");
    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_REASONS = 3;
    private static final int LONGEST_COMMENT = 240;

    private final StringBuilder text = new StringBuilder();

    void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }

    /** A comment of one line, whatever it says. */
    void comment(int depth, String said) {
        line(depth, "# " + oneLine(said));
    }

    void reasons(int depth, List<Reason> reasons) {
        for (Reason reason : reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
            comment(
                    depth,
                    reason.text()
                            + reason.place()
                                    .map(place -> " (" + place.file() + ":" + place.line() + ")")
                                    .orElse(""));
        }
        if (reasons.size() > MOST_REASONS) {
            comment(depth, "and " + (reasons.size() - MOST_REASONS) + " more reasons");
        }
    }

    /** A text that stands for itself as a key or a value. */
    static String scalar(String value) {
        boolean isPlain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        return isPlain ? value : quoted(value);
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '"', '\\' -> quoted.append('\\').append(unit);
                default ->
                    quoted.append(unit >= ' ' && unit < 0x7f ? String.valueOf(unit) : "\\u" + HEX.toHexDigits(unit));
            }
        }
        return quoted.append('"').toString();
    }

    static String oneLine(String said) {
        var line = new StringBuilder();
        said.codePoints()
                .limit(LONGEST_COMMENT)
                .forEach(point -> line.appendCodePoint(isPrintable(point) ? point : '?'));
        return line.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
