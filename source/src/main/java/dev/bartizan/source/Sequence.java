package dev.bartizan.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A sequence of located values. */
public sealed class Sequence implements Node permits Sequence.Merged {
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
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    /** Only the secret filter, before the document is handed out. */
    void replace(int index, Node value) {
        items[index] = value;
    }

    @Override
    public String toString() {
        return "sequence of " + items.length;
    }

    /** A sequence put together from values of several places; each keeps its own. */
    public static final class Merged extends Sequence {
        private static final int MOST_DIGITS = 9;

        private final List<Node.Located> parts;

        private Merged(Node base, List<Node.Located> parts) {
            super(
                    base.file(),
                    base.start(),
                    parts.stream().map(Node.Located::node).toArray(Node[]::new));
            this.parts = parts;
        }

        /** @param base where the sequence stands as a whole */
        public static Merged of(Node base, List<Node.Located> items) {
            return new Merged(base, List.copyOf(items));
        }

        @Override
        public String pointerOf(String step, String pointer) {
            boolean isIndex = !step.isEmpty()
                    && step.length() <= MOST_DIGITS
                    && step.chars().allMatch(unit -> unit >= '0' && unit <= '9');
            return isIndex && Integer.parseInt(step) < parts.size()
                    ? parts.get(Integer.parseInt(step)).pointer()
                    : super.pointerOf(step, pointer);
        }
    }
}
