package dev.bartizan.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one thread keeps between documents to make the trees small: equal strings and equal arrays of keys become the same object. Both are caches
 * and not tables: a slot forgets what it held, so no input can make them grow. They hold texts of the input, so nothing keeps a workspace after
 * the reading.
 */
final class Workspace {
    /** The keys of a mapping, without duplicates; mappings of equal shape share one. */
    static final class Shape {
        private final String[] keys;
        private final SecretFilter.KeyRoles roles;

        Shape(String[] keys) {
            this.keys = keys;
            this.roles = SecretFilter.KeyRoles.of(keys);
        }

        SecretFilter.KeyRoles roles() {
            return roles;
        }

        /** Shared: never to be changed. */
        String[] keys() {
            return keys;
        }

        boolean matches(@Nullable String[] others, int from, int to) {
            return keys.length == to - from && Arrays.equals(keys, 0, keys.length, others, from, to);
        }
    }

    /** Longer strings are rarely written twice. */
    private static final int LONGEST_POOLED = 64;

    private static final int STRING_SLOTS = 1 << 15;
    private static final int SHAPE_SLOTS = 1 << 11;

    private final @Nullable String[] strings = new @Nullable String[STRING_SLOTS];
    private final boolean[] clean = new boolean[STRING_SLOTS];
    private int slot = -1;
    private final @Nullable Shape[] shapes = new @Nullable Shape[SHAPE_SLOTS];

    /** The known string of this text, or the text itself from now on. */
    String pooled(String text) {
        slot = -1;
        if (text.length() > LONGEST_POOLED) {
            return text;
        }
        slot = spread(text.hashCode()) & (STRING_SLOTS - 1);
        String known = strings[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        strings[slot] = text;
        clean[slot] = false;
        return text;
    }

    /** Whether the text that was pooled last is known to hold no secret. */
    boolean isClean() {
        return slot >= 0 && clean[slot];
    }

    /** Remembers that the text that was pooled last holds no secret. */
    void setClean() {
        if (slot >= 0) {
            clean[slot] = true;
        }
    }

    /** The shape of these keys; none when it was not seen lately. */
    @Nullable
    Shape knownShape(@Nullable String[] keys, int from, int to, int hash) {
        Shape known = shapes[shapeSlot(hash)];
        return known != null && known.matches(keys, from, to) ? known : null;
    }

    void learnShape(Shape shape, int hash) {
        shapes[shapeSlot(hash)] = shape;
    }

    private static int shapeSlot(int hash) {
        return spread(hash) & (SHAPE_SLOTS - 1);
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
