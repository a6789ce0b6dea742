package dev.bartizan.testkit.dump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping of a document, to be changed in place. */
record Tree(Map<String, Object> map) {
    static Tree empty() {
        return new Tree(new LinkedHashMap<>());
    }

    /** @param entries keys and values in turns */
    static Tree of(Object... entries) {
        var tree = empty();
        for (int i = 0; i < entries.length; i += 2) {
            tree.put(entries[i].toString(), entries[i + 1]);
        }
        return tree;
    }

    Tree put(String key, Object value) {
        map.put(key, value instanceof Tree tree ? tree.map() : value);
        return this;
    }

    Tree otherwise(String key, Object value) {
        return map.containsKey(key) ? this : put(key, value);
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    String text(String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString).orElse("");
    }

    /** The mapping below this key, made when there is none. */
    Tree child(String key) {
        if (!(map.get(key) instanceof Map<?, ?>)) {
            map.put(key, new LinkedHashMap<String, Object>());
        }
        return tree(map.get(key));
    }

    Optional<Tree> find(String... keys) {
        Tree at = this;
        for (String key : keys) {
            if (!(at.map.get(key) instanceof Map<?, ?>)) {
                return Optional.empty();
            }
            at = at.child(key);
        }
        return Optional.of(at);
    }

    /** The mappings of the list below this key. */
    List<Tree> items(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Tree::tree).toList()
                : List.of();
    }

    /** Adds to the list below this key. */
    void add(String key, Tree item) {
        var list = new ArrayList<Object>(map.get(key) instanceof List<?> known ? known : List.of());
        list.add(item.map());
        map.put(key, list);
    }

    Tree copy() {
        return tree(copy(map));
    }

    private static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> mapping -> {
                var copied = new LinkedHashMap<String, Object>();
                merge(mapping.get("<<"), copied);
                mapping.forEach((key, inner) -> {
                    if (!key.equals("<<")) {
                        copied.put(key.toString(), inner == null ? "" : copy(inner));
                    }
                });
                yield copied;
            }
            case List<?> list -> new ArrayList<>(list.stream().map(Tree::copy).toList());
            case Object scalar -> scalar;
        };
    }

    /** Of several mappings the first counts. */
    private static void merge(@Nullable Object merged, Map<String, Object> into) {
        if (merged instanceof Map<?, ?> mapping) {
            tree(copy(mapping)).map().forEach(into::putIfAbsent);
        } else if (merged instanceof List<?> list) {
            list.forEach(item -> merge(item, into));
        }
    }

    @SuppressWarnings("unchecked") // every mapping of a manifest has texts as keys
    static Tree tree(Object mapping) {
        return new Tree((Map<String, Object>) mapping);
    }
}
