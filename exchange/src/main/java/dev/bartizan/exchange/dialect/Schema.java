package dev.bartizan.exchange.dialect;

import dev.bartizan.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What documents of a format may hold, as its makers published it, in our own short form: a text of types, the first being that of the root. A type is a
 * word and a colon at the begin of a line, its keys are the indented lines below. A key that ends with {@code !} has to have a value, one that ends with
 * {@code +} has to be there. Behind it stands {@code text, number, flag, scalar} or {@code any}, words {@code a|b}, the name of a type, a list
 * {@code [type]} or {@code {type}} for keys of any name. (No YAML: the keys of formats about security look like secrets to its reader.)
 */
public final class Schema {
    /** What a value may be. */
    sealed interface Type {
        /** A scalar of one sort. */
        record Value(Sort sort) implements Type {}

        record Word(List<String> words) implements Type {}

        record ListOf(Type item) implements Type {}

        record MapOf(Type value) implements Type {}

        record Named(String name) implements Type {}
    }

    /** What a single value may be. */
    enum Sort {
        TEXT,
        NUMBER,
        FLAG,
        SCALAR,
        ANY
    }

    /** What has to be said about a key. */
    enum Need {
        NONE,
        PRESENT,
        VALUE
    }

    record Key(Need need, Type type) {}

    private final Map<String, Map<String, Key>> types = new LinkedHashMap<>();

    private Schema(String text) {
        Map<String, Key> keys = Map.of();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            if (!line.startsWith(" ")) {
                keys = new LinkedHashMap<>();
                types.put(line.strip().replace(":", ""), keys);
            } else if (colon > 0) {
                key(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), keys);
            } else {
                throw new IllegalStateException("no schema: " + line);
            }
        }
        types.values().forEach(type -> type.values().forEach(key -> requireKnown(key.type())));
    }

    /** Reads one that lies beside a class. */
    public static Schema of(Class<?> neighbour, String resource) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(resource), resource)) {
            return new Schema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything that a document is not as this says, in the order of the file; of many alike the first. */
    public List<Problem> problems(Spot root) {
        var check = new SchemaCheck(this);
        check.named(root, types.keySet().iterator().next());
        return check.problems();
    }

    Map<String, Key> type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    private static void key(String written, String type, Map<String, Key> keys) {
        Need need = written.endsWith("!") ? Need.VALUE : written.endsWith("+") ? Need.PRESENT : Need.NONE;
        String name = need == Need.NONE ? written : written.substring(0, written.length() - 1);
        keys.put(name, new Key(need, expression(type)));
    }

    private static Type expression(String text) {
        String inner = text.substring(1, text.length() - 1);
        if (text.startsWith("[")) {
            return new Type.ListOf(expression(inner));
        }
        if (text.startsWith("{")) {
            return new Type.MapOf(expression(inner));
        }
        if (text.contains("|")) {
            return new Type.Word(List.of(text.split("\\|")));
        }
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .<Type>map(Type.Value::new)
                .orElseGet(() -> new Type.Named(text));
    }

    private void requireKnown(Type type) {
        switch (type) {
            case Type.Named named -> type(named.name());
            case Type.ListOf list -> requireKnown(list.item());
            case Type.MapOf map -> requireKnown(map.value());
            case Type.Value _, Type.Word _ -> {}
        }
    }
}
