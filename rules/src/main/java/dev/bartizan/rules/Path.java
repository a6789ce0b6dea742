package dev.bartizan.rules;

import dev.bartizan.source.Node;
import java.util.List;

/**
 * A way from a root of the scope down to a value, as {@code container.env[name=TOKEN].value}: finitely many steps, no search, so that patches
 * and admission policies can be generated from it.
 *
 * @param text as written
 * @param slot of the root
 */
record Path(String text, int slot, List<Step> steps) {
    public Path {
        steps = List.copyOf(steps);
    }

    /** Follows the path. What it ends at stands in the frame. */
    Outcome find(Frame frame) {
        Node node = frame.tree(slot);
        if (!frame.treeGap(slot).isEmpty()) {
            return frame.unknown(frame.treeGap(slot));
        }
        if (!node.hasValue()) {
            return Outcome.ABSENT;
        }
        for (int i = 0; i < steps.size(); i++) {
            Outcome outcome = steps.get(i).from(node, frame);
            if (outcome != Outcome.FOUND) {
                return outcome;
            }
            node = frame.found();
        }
        return frame.find(node);
    }

    /** Where the path leads, or would lead if its values were written. */
    Place locate(Frame frame) {
        var place = frame.place(slot);
        for (Step step : steps) {
            place = step.from(place, frame);
        }
        return place;
    }

    @Override
    public String toString() {
        return text;
    }
}
