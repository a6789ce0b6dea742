package dev.bartizan.testkit.dump;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a tree as JSON, each entry on a line of its own: in JSON a text cannot be taken for a boolean. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        var json = new JsonText();
        json.write(value);
        return json.text.toString();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> mapping ->
                all('{', mapping.entrySet().iterator(), '}', entry -> {
                    quote(entry.getKey().toString());
                    text.append(": ");
                    write(entry.getValue());
                });
            case List<?> list -> all('[', list.iterator(), ']', this::write);
            case Number number -> text.append(number);
            case Boolean bool -> text.append(bool);
            case Object other -> quote(other.toString());
        }
    }

    private <T> void all(char start, Iterator<T> items, char end, Consumer<T> one) {
        text.append(start);
        while (items.hasNext()) {
            one.accept(items.next());
            text.append(items.hasNext() ? ",\n" : "");
        }
        text.append(end);
    }

    private void quote(String value) {
        text.append('"');
        value.chars().forEach(unit -> {
            switch (unit) {
                case '"', '\\' -> text.append('\\').append((char) unit);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append((char) unit);
            }
        });
        text.append('"');
    }
}
