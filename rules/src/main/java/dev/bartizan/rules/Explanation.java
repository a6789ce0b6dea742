package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.ArrayList;
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
        if (parts.size() == 1) {
            return new Explanation(truth, parts.getFirst().witnesses);
        }
        var all = new ArrayList<Witness>();
        parts.forEach(part -> all.addAll(part.witnesses));
        return new Explanation(truth, all);
    }

    /**
     * Only all parts together suffice: the first gives one witness for each thing to change, what was observed of the others is added to each.
     */
    static Explanation together(Truth truth, List<Explanation> parts) {
        List<Observation> context = context(parts);
        var all = new ArrayList<Witness>(parts.getFirst().witnesses.size());
        for (Witness witness : parts.getFirst().witnesses) {
            all.add(witness.with(context));
        }
        return new Explanation(truth, all);
    }

    /** What was observed of all parts but the first. */
    private static List<Observation> context(List<Explanation> parts) {
        var context = new ArrayList<Observation>();
        for (Explanation part : parts.subList(1, parts.size())) {
            for (Witness witness : part.witnesses) {
                int room = MOST_CONTEXT - context.size();
                List<Observation> seen = witness.observations();
                context.addAll(seen.subList(0, Math.min(room, seen.size())));
            }
        }
        return context;
    }
}
