package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.List;

/**
 * Why a condition has the answer it has.
 *
 * @param witnesses each suffices for the answer on its own; never empty
 */
public record Explanation(Truth truth, List<Witness> witnesses) {
    /** Every witness has all of it: without a bound it would grow with the product of two lists, which an attacker chooses. */
    private static final int MOST_CONTEXT = 100;

    public Explanation {
        witnesses = List.copyOf(witnesses);
        if (witnesses.isEmpty()) {
            throw new IllegalArgumentException("an explanation has at least one witness");
        }
    }

    static Explanation of(Truth truth, Observation observation) {
        return new Explanation(truth, List.of(Witness.of(observation)));
    }

    Explanation not() {
        return new Explanation(truth.not(), witnesses);
    }

    /** Each of the parts suffices: their witnesses stand side by side. */
    static Explanation either(Truth truth, List<Explanation> parts) {
        return new Explanation(
                truth, parts.stream().flatMap(part -> part.witnesses.stream()).toList());
    }

    /**
     * Only all parts together suffice: the first gives one witness for each thing to change, what was observed of the others is added to each.
     */
    static Explanation together(Truth truth, List<Explanation> parts) {
        List<Observation> context = parts.stream()
                .skip(1)
                .flatMap(part -> part.witnesses.stream())
                .flatMap(witness -> witness.observations().stream())
                .limit(MOST_CONTEXT)
                .toList();
        return new Explanation(
                truth,
                parts.getFirst().witnesses.stream()
                        .map(witness -> witness.with(context))
                        .toList());
    }
}
