package dev.bartizan.baseline.identity;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Canonical JSON of a value: what means the same is written the same ({@code yes} and {@code true}, {@code 0x10} and {@code 16}), keys and list items
 * are sorted. Secrets are masked in the tree already, so none can get in here.
 */
final class CanonicalText {
    /** Nobody changes more than this unnoticed by changing what comes after it only. */
    private static final int LONGEST = 1 << 16;

    private CanonicalText() {}

    static String of(Node node) {
        var text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        if (text.length() > LONGEST) {
            return;
        }
        switch (node) {
            case Absent _ -> text.append("null");
            case Scalar scalar -> write(scalar, text);
            case Sequence sequence -> writeSorted(sequence, text);
            case Mapping mapping -> writeSorted(mapping, text);
        }
    }

    private static void write(Scalar scalar, StringBuilder text) {
        switch (scalar.type()) {
            case NULL -> text.append("null");
            case BOOLEAN -> text.append(scalar.isTrue());
            case INTEGER -> scalar.integer().ifPresentOrElse(text::append, () -> text.append(scalar.raw()));
            case FLOAT, STRING -> quote(scalar.raw(), text);
        }
    }

    private static void writeSorted(Sequence sequence, StringBuilder text) {
        List<String> items = new ArrayList<>();
        int length = text.length();
        for (int i = 0; i < sequence.size() && length <= LONGEST; i++) {
            var item = new StringBuilder();
            write(sequence.get(i), item);
            items.add(item.toString());
            length += item.length();
        }
        Collections.sort(items);
        text.append('[').append(String.join(",", items)).append(']');
    }

    private static void writeSorted(Mapping mapping, StringBuilder text) {
        var entries = new TreeMap<String, Node>();
        for (int i = 0; i < mapping.size(); i++) {
            entries.put(mapping.key(i), mapping.value(i));
        }
        text.append('{');
        entries.forEach((key, value) -> {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            quote(key, text);
            text.append(':');
            write(value, text);
        });
        text.append('}');
    }

    /** As a JSON string. */
    static void quote(String value, StringBuilder text) {
        text.append('"');
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit < ' ' || unit == '"' || unit == '\\') {
                text.append(value, copied, i);
                escape(unit, text);
                copied = i + 1;
            }
        }
        text.append(copied == 0 ? value : value.substring(copied)).append('"');
    }

    private static void escape(char unit, StringBuilder text) {
        if (unit < ' ') {
            text.append("\\u00").append(Character.forDigit(unit >> 4, 16)).append(Character.forDigit(unit & 15, 16));
        } else {
            text.append('\\').append(unit);
        }
    }
}
