package dev.bartizan.rules;

import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.List;

/** What a test reads. */
sealed interface Operand {

    /** Leaves what it found in the frame: a tree's value as node, everything else as text. */
    Outcome read(Frame frame);

    /** The value that was found, or where it would stand. */
    Place locate(Frame frame);

    /** How a person would name it. */
    String name(Frame frame);

    /** Whether it gives a text and not a node. */
    boolean isText();

    /** What to say of a text that was found. */
    default String seen(String name, String text) {
        return name + " is " + (text.isEmpty() ? "empty" : Wording.clipped(text));
    }

    /** Values of trees: of several paths the first that leads to a value counts, as a container's setting counts before its pod's. */
    record OfTree(List<Path> paths) implements Operand {
        public OfTree {
            paths = List.copyOf(paths);
        }

        @Override
        public Outcome read(Frame frame) {
            var outcome = Outcome.ABSENT;
            for (int i = 0; i < paths.size() && outcome == Outcome.ABSENT; i++) {
                outcome = paths.get(i).find(frame);
            }
            return outcome;
        }

        @Override
        public Place locate(Frame frame) {
            return counting(frame).locate(frame);
        }

        @Override
        public String name(Frame frame) {
            return Wording.path(counting(frame), frame);
        }

        @Override
        public boolean isText() {
            return false;
        }

        private Path counting(Frame frame) {
            for (int i = 0; i < paths.size() && paths.size() > 1; i++) {
                if (paths.get(i).find(frame) != Outcome.ABSENT) {
                    return paths.get(i);
                }
            }
            return paths.getFirst();
        }
    }

    /** A text of the scope. */
    record OfText(String written, int slot) implements Operand {
        @Override
        public Outcome read(Frame frame) {
            if (!frame.textGap(slot).isEmpty()) {
                return frame.unknown(frame.textGap(slot));
            }
            return frame.text(slot).isEmpty() ? Outcome.ABSENT : frame.findText(frame.text(slot));
        }

        @Override
        public Place locate(Frame frame) {
            return frame.originOfText(slot);
        }

        @Override
        public String name(Frame frame) {
            Node origin = frame.originOfText(slot).node();
            if (written.endsWith(".name")) {
                return written.substring(0, written.length() - ".name".length());
            }
            // A key says nothing about itself, and what a secret is must not be said.
            return origin instanceof Scalar scalar && scalar.redaction().isEmpty() && !written.endsWith(".key")
                    ? written.replace('.', ' ') + " of " + scalar
                    : written.replace('.', ' ');
        }

        @Override
        public boolean isText() {
            return true;
        }
    }

    /** A flag on a container's command line. */
    record OfFlag(int container, CommandLine line) implements Operand {
        @Override
        public Outcome read(Frame frame) {
            return line.find(frame.tree(container), frame);
        }

        @Override
        public Place locate(Frame frame) {
            return line.locate(frame.place(container), frame);
        }

        @Override
        public String name(Frame frame) {
            return "the argument " + line;
        }

        /** A flag without a value is switched on by being there. */
        @Override
        public String seen(String name, String text) {
            return text.isEmpty() ? name + " is given" : Operand.super.seen(name, text);
        }

        @Override
        public boolean isText() {
            return true;
        }
    }
}
