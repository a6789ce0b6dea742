package dev.bartizan.snapshot.utf8;

import java.util.Arrays;

/**
 * The bytes of texts that were written lately: rules, files, assets and pointers are written again and again, as the same objects. A cache and no
 * table: a slot forgets what it held.
 */
final class PlainTexts {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 128;
    private static final byte[] NONE = {};

    private final String[] texts = new String[SLOTS];
    private final byte[][] bytes = new byte[SLOTS][];

    PlainTexts() {
        Arrays.fill(texts, "");
        Arrays.fill(bytes, NONE);
    }

    /** The bytes of this very object; none when they are not known. Shared: never to be changed. */
    @SuppressWarnings(
            "ReferenceEquality") // To find an equal text that is another object takes as long as to encode it.
    byte[] find(String text) {
        int slot = slot(text);
        return texts[slot] == text ? bytes[slot] : NONE;
    }

    void keep(String text, byte[] encoded) {
        if (encoded.length <= LONGEST) {
            int slot = slot(text);
            texts[slot] = text;
            bytes[slot] = encoded;
        }
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }
}
