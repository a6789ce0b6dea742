package dev.bartizan.source;

/**
 * A value that is not there.
 *
 * @param parent what the step was taken from, itself perhaps absent
 * @param step the key or index that was looked for
 */
public record Absent(Node parent, String step) implements Node {

    @Override
    public SourceFile file() {
        return parent.file();
    }

    @Override
    public int start() {
        return parent.start();
    }

    @Override
    public boolean isPresent() {
        return false;
    }

    @Override
    public boolean hasValue() {
        return false;
    }

    /** The nearest value that is written: where a missing value would have to be added. */
    public Node nearest() {
        Node node = parent;
        while (node instanceof Absent absent) {
            node = absent.parent;
        }
        return node;
    }
}
