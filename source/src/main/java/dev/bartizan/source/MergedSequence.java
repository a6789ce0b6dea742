package dev.bartizan.source;

import java.util.List;

/** A sequence put together from values of several places; each keeps its own. */
public final class MergedSequence extends Sequence {
    private static final int MOST_DIGITS = 9;

    private final List<Located> parts;

    private MergedSequence(Node base, List<Located> parts) {
        super(base.file(), base.start(), parts.stream().map(Located::node).toArray(Node[]::new));
        this.parts = parts;
    }

    /** @param base where the sequence stands as a whole */
    public static MergedSequence of(Node base, List<Located> items) {
        return new MergedSequence(base, List.copyOf(items));
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
