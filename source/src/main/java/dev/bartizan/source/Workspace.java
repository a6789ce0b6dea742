package dev.bartizan.source;

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

        @SuppressWarnings("ReferenceEquality") // Pooled keys are mostly the same object.
        boolean matches(@Nullable String[] others, int from, int to) {
            if (keys.length != to - from) {
                return false;
            }
            for (int i = 0; i < keys.length; i++) {
                String other = others[from + i];
                if (keys[i] != other && !keys[i].equals(other)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Of a text: it holds no secret. */
    static final int CLEAN = 1;
    /** Of a text: as a plain scalar it is a string, and no merge key. */
    static final int STRING_KEY = 2;
    /** Of a text: as a plain scalar it means the same in YAML 1.1 and 1.2. */
    static final int SAME_IN_ALL_VERSIONS = 4;

    /** Longer strings are rarely written twice. */
    private static final int LONGEST_POOLED = 64;

    private static final int STRING_SLOTS = 1 << 15;
    private static final int SHAPE_SLOTS = 1 << 11;

    private final @Nullable String[] strings = new @Nullable String[STRING_SLOTS];
    private final byte[] facts = new byte[STRING_SLOTS];
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
        facts[slot] = 0;
        return text;
    }

    /** The known string of a piece of a text, without making a new one where it is known. */
    String pooled(String source, int from, int to) {
        int length = to - from;
        if (length > LONGEST_POOLED) {
            slot = -1;
            return source.substring(from, to);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source.charAt(i);
        }
        slot = spread(hash) & (STRING_SLOTS - 1);
        String known = strings[slot];
        if (known != null && known.length() == length && source.startsWith(known, from)) {
            return known;
        }
        String text = source.substring(from, to);
        strings[slot] = text;
        facts[slot] = 0;
        return text;
    }

    /** Whether a fact is known of the text that was pooled last. */
    boolean knows(int fact) {
        return slot >= 0 && (facts[slot] & fact) != 0;
    }

    /** Remembers a fact of the text that was pooled last, to spare the work of finding it again. */
    void learn(int fact) {
        if (slot >= 0) {
            facts[slot] |= (byte) fact;
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
