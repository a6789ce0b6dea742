package dev.bartizan.snapshot.json;

import java.util.List;
import java.util.stream.Stream;

/** The keys that a reader knows of an object; at most 64, in the order in which they are usually written. */
public final class Shape {
    private final List<String> keys;
    private final long required;

    private Shape(List<String> keys, long required) {
        this.keys = keys;
        this.required = required;
    }

    public static Shape of(String... required) {
        return new Shape(List.of(required), -1L >>> (64 - required.length));
    }

    public Shape optional(String... more) {
        return new Shape(Stream.concat(keys.stream(), Stream.of(more)).toList(), required);
    }

    /** @param guess where to look first: keys mostly come in order */
    public int index(String key, int guess) {
        return guess < keys.size() && keys.get(guess).equals(key) ? guess : keys.indexOf(key);
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** The required keys that are not among those seen. */
    public List<String> missing(long seen) {
        long missing = required & ~seen;
        return missing == 0
                ? List.of()
                : keys.stream()
                        .filter(key -> (missing >>> keys.indexOf(key) & 1) == 1)
                        .toList();
    }
}
