package dev.bartizan.exchange.dialect;

import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What documents of a format may hold, as its makers published it, in our own short form: a YAML file of types, the first being that of the root. A type
 * lists its keys; a key that ends with {@code !} has to have a value, one that ends with {@code +} has to be there. Behind it stands {@code text, number,
 * flag, scalar} or {@code any}, words {@code a|b}, the name of a type, a list {@code [type]} or what keys of any name hold: {@code {'*': type}}.
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

    private Schema(Node root) {
        if (!(root instanceof Mapping mapping)) {
            throw new IllegalStateException("a schema is a mapping of types");
        }
        for (int i = 0; i < mapping.size(); i++) {
            types.put(mapping.key(i), keys(mapping.value(i)));
        }
        types.values().forEach(keys -> keys.values().forEach(key -> requireKnown(key.type())));
    }

    /** Reads one that lies beside a class. */
    public static Schema of(Class<?> neighbour, String resource) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Document document = SourceReader.parse(resource, text).documents().getFirst();
            return new Schema(document.root()
                    .orElseThrow(() -> new IllegalStateException(resource + ": " + document.failure())));
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

    private static Map<String, Key> keys(Node node) {
        var keys = new LinkedHashMap<String, Key>();
        if (node instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                String written = mapping.key(i);
                Need need = written.endsWith("!") ? Need.VALUE : written.endsWith("+") ? Need.PRESENT : Need.NONE;
                String name = need == Need.NONE ? written : written.substring(0, written.length() - 1);
                keys.put(name, new Key(need, expression(mapping.value(i))));
            }
        }
        return keys;
    }

    private static Type expression(Node node) {
        if (!node.items().isEmpty()) {
            return new Type.ListOf(expression(node.get(0)));
        }
        if (node instanceof Mapping) {
            return new Type.MapOf(expression(node.get("*")));
        }
        String text = node.text().orElseThrow(() -> new IllegalStateException("no type at " + node.location()));
        if (text.contains("|")) {
            return new Type.Word(List.of(text.split("\\|")));
        }
        Map<String, Sort> sorts = new HashMap<>();
        for (Sort sort : Sort.values()) {
            sorts.put(sort.name().toLowerCase(Locale.ROOT), sort);
        }
        Sort sort = sorts.get(text);
        return sort == null ? new Type.Named(text) : new Type.Value(sort);
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
