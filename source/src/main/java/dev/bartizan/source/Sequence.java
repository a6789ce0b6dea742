package dev.bartizan.source;

import java.util.List;

/** A sequence of located values. */
public sealed class Sequence implements Node permits MergedSequence {
    private final SourceFile file;
    private final int start;
    private final Node[] items;

    /** Takes ownership of the array. */
    Sequence(SourceFile file, int start, Node[] items) {
        this.file = file;
        this.start = start;
        this.items = items;
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
    public Node get(int index) {
        return index >= 0 && index < items.length ? items[index] : new Absent(this, Integer.toString(index));
    }

    public int size() {
        return items.length;
    }

    @Override
    public List<Node> items() {
        return List.of(items);
    }

    /** Only the secret filter, before the document is handed out. */
    void replace(int index, Node value) {
        items[index] = value;
    }

    @Override
    public String toString() {
        return "sequence of " + items.length;
    }
}
