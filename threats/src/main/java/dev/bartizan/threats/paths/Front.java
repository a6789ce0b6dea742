package dev.bartizan.threats.paths;

/** The nodes that a search is to go on from: numbers in a ring, taken from its front and put at either end. */
final class Front {
    private int[] ring = new int[64];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void addFirst(int node) {
        fit();
        first = (first - 1) & (ring.length - 1);
        ring[first] = node;
        size++;
    }

    void addLast(int node) {
        fit();
        ring[(first + size) & (ring.length - 1)] = node;
        size++;
    }

    /** Only when it is not empty. */
    int removeFirst() {
        int node = ring[first];
        first = (first + 1) & (ring.length - 1);
        size--;
        return node;
    }

    /** Its length stays a power of two. */
    private void fit() {
        if (size == ring.length) {
            var wider = new int[2 * size];
            System.arraycopy(ring, first, wider, 0, size - first);
            System.arraycopy(ring, 0, wider, size - first, first);
            ring = wider;
            first = 0;
        }
    }
}
