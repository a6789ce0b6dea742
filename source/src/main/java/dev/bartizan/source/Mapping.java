package dev.bartizan.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A mapping as the API server reads it: of duplicate keys the last one counts, merge keys are already resolved. Entries keep the order of the
 * file. Arrays instead of a map: a platform has millions of these, nearly all with fewer than ten keys.
 */
public sealed class Mapping implements Node permits Mapping.Merged {
    private final SourceFile file;
    private final int start;
    private final String[] keys;
    private final int[] keyStarts;
    private final Node[] values;

    /** Takes ownership of the arrays, which must have the same length. */
    Mapping(SourceFile file, int start, String[] keys, int[] keyStarts, Node[] values) {
        this.file = file;
        this.start = start;
        this.keys = keys;
        this.keyStarts = keyStarts;
        this.values = values;
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public Node get(String key) {
        int index = indexOf(key);
        return index < 0 ? new Absent(this, key) : values[index];
    }

    public boolean has(String key) {
        return indexOf(key) >= 0;
    }

    /** Where a key stands; -1 when it is not there. */
    public int indexOf(String key) {
        // Texts keep their hashes: two that differ are mostly told apart without a look at a letter.
        int hash = key.hashCode();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].hashCode() == hash && keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    public int size() {
        return keys.length;
    }

    public String key(int index) {
        return keys[index];
    }

    public Node value(int index) {
        return values[index];
    }

    /**
     * The JSON pointer of the value at this index.
     *
     * @param pointer of this mapping
     */
    public String pointerAt(int index, String pointer) {
        return Pointer.child(pointer, keys[index]);
    }

    /** Where the key itself is written. */
    public Location keyLocation(int index, String pointer) {
        return file.location(keyStarts[index], pointer);
    }

    /** Where the key itself begins, in UTF-16 units from the start of the file. */
    public int keyStart(int index) {
        return keyStarts[index];
    }

    /** Why there may be keys that are not here, as a gap in words; empty for what was read, which has all of its keys. */
    public String gap() {
        return "";
    }

    public List<String> keys() {
        return List.of(keys);
    }

    public List<Node> values() {
        return List.of(values);
    }

    /** Only the secret filter, before the document is handed out. */
    void replace(int index, Node value) {
        values[index] = value;
    }

    @Override
    public String toString() {
        return "mapping of " + Arrays.toString(keys);
    }

    /**
     * A mapping put together from values of several places, perhaps of several files: what a resource inherits and what it says itself. Each value keeps its
     * own place. The mapping as a whole, and so what it lacks, stands where the author of its base would write it.
     */
    public static final class Merged extends Mapping {
        private final String[] pointers;
        private final String gap;

        private Merged(Node base, String[] keys, int[] keyStarts, Node[] values, String[] pointers, String gap) {
            super(base.file(), base.start(), keys, keyStarts, values);
            this.pointers = pointers;
            this.gap = gap;
        }

        /**
         * A mapping of these values, in their order.
         *
         * @param base where the mapping stands
         * @param gap see {@link #gap()}
         */
        public static Merged of(Node base, Map<String, Node.Located> entries, String gap) {
            String[] keys = entries.keySet().toArray(String[]::new);
            var keyStarts = new int[keys.length];
            var values = new Node[keys.length];
            var pointers = new String[keys.length];
            int index = 0;
            for (Node.Located entry : entries.values()) {
                values[index] = entry.node();
                keyStarts[index] = entry.node().start();
                pointers[index++] = entry.pointer();
            }
            return new Merged(base, keys, keyStarts, values, pointers, gap);
        }

        @Override
        public String gap() {
            return gap;
        }

        @Override
        public String pointerAt(int index, String pointer) {
            return pointers[index];
        }

        @Override
        public String pointerOf(String step, String pointer) {
            int index = indexOf(step);
            return index < 0 ? super.pointerOf(step, pointer) : pointers[index];
        }

        /** Where the value begins: its key may stand in another file than the mapping. */
        @Override
        public Location keyLocation(int index, String pointer) {
            return value(index).location(pointer);
        }
    }
}
