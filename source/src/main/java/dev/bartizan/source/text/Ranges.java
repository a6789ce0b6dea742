package dev.bartizan.source.text;

import java.util.Arrays;

/** Ranges of a text, kept as pairs of offsets. */
public final class Ranges {
    private int[] bounds = {};
    private int count;

    /** Adds a range; an empty one is nothing. */
    public void add(int start, int end) {
        if (end <= start) {
            return;
        }
        if (count == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(8, count * 2));
        }
        bounds[count++] = start;
        bounds[count++] = end;
    }

    public void addAll(Ranges others) {
        for (int i = 0; i < others.count; i += 2) {
            add(others.bounds[i], others.bounds[i + 1]);
        }
    }

    /** Adds every place where a text stands within a range of the source; false when it stands nowhere there. */
    public boolean addOccurrences(String source, int from, int to, String wanted) {
        boolean found = false;
        for (int at = source.indexOf(wanted, from, to);
                at >= 0;
                at = source.indexOf(wanted, at + wanted.length(), to)) {
            add(at, at + wanted.length());
            found = true;
        }
        return found;
    }

    /** Start and end of each range, in order, merged where they overlap or touch. */
    public int[] toArray() {
        long[] sorted = new long[count / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) bounds[2 * i] << 32 | bounds[2 * i + 1];
        }
        Arrays.sort(sorted);
        int[] merged = new int[count];
        int size = 0;
        for (long range : sorted) {
            int start = (int) (range >>> 32);
            int end = (int) range;
            if (size > 0 && start <= merged[size - 1]) {
                merged[size - 1] = Math.max(merged[size - 1], end);
            } else {
                merged[size++] = start;
                merged[size++] = end;
            }
        }
        return Arrays.copyOf(merged, size);
    }
}
