package dev.bartizan.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping, without duplicates; mappings of equal shape share one. */
final class Shape {
    private final String[] keys;

    Shape(String[] keys) {
        this.keys = keys;
    }

    /** Shared: never to be changed. */
    String[] keys() {
        return keys;
    }

    boolean matches(@Nullable String[] others, int from, int to) {
        return keys.length == to - from && Arrays.equals(keys, 0, keys.length, others, from, to);
    }
}
