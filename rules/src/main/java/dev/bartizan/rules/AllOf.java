package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.List;

/** {@code all: [...]} */
record AllOf(List<Condition> parts) implements Condition {
    AllOf {
        parts = List.copyOf(parts);
    }

    @Override
    public Truth test(Frame frame) {
        var truth = Truth.CONFIRMED;
        for (int i = 0; i < parts.size() && !truth.isRefuted(); i++) {
            truth = truth.and(parts.get(i).test(frame));
        }
        return truth;
    }

    @Override
    public Explanation explain(Frame frame) {
        var explanations = new ArrayList<Explanation>(parts.size());
        var truth = Truth.CONFIRMED;
        for (Condition part : parts) {
            var explanation = part.explain(frame);
            explanations.add(explanation);
            truth = truth.and(explanation.truth());
        }
        return truth.isRefuted()
                ? Explanation.either(
                        truth,
                        explanations.stream()
                                .filter(part -> part.truth().isRefuted())
                                .toList())
                : Explanation.together(truth, explanations);
    }
}
