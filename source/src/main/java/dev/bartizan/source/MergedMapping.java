package dev.bartizan.source;

import java.util.Map;

/**
 * A mapping put together from values of several places, perhaps of several files: what a resource inherits and what it says itself. Each value keeps its
 * own place. The mapping as a whole, and so what it lacks, stands where the author of its base would write it.
 */
public final class MergedMapping extends Mapping {
    private final String[] pointers;
    private final String gap;

    private MergedMapping(Node base, String[] keys, int[] keyStarts, Node[] values, String[] pointers, String gap) {
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
    public static MergedMapping of(Node base, Map<String, Located> entries, String gap) {
        String[] keys = entries.keySet().toArray(String[]::new);
        var keyStarts = new int[keys.length];
        var values = new Node[keys.length];
        var pointers = new String[keys.length];
        int index = 0;
        for (Located entry : entries.values()) {
            values[index] = entry.node();
            keyStarts[index] = entry.node().start();
            pointers[index++] = entry.pointer();
        }
        return new MergedMapping(base, keys, keyStarts, values, pointers, gap);
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
        for (int i = 0; i < size(); i++) {
            if (key(i).equals(step)) {
                return pointers[i];
            }
        }
        return super.pointerOf(step, pointer);
    }

    /** Where the value begins: its key may stand in another file than the mapping. */
    @Override
    public Location keyLocation(int index, String pointer) {
        return value(index).location(pointer);
    }
}
