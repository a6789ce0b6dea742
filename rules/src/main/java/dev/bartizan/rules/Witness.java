package dev.bartizan.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations that together suffice for an answer; the first is the one to change.
 *
 * @param observations never empty
 */
public record Witness(List<Observation> observations) {
    /** A workload with thousands of entries is not explained better by all of them. */
    private static final int MOST = 12;

    public Witness {
        observations = List.copyOf(observations);
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("a witness has at least one observation");
        }
    }

    static Witness of(Observation observation) {
        return new Witness(List.of(observation));
    }

    public Observation primary() {
        return observations.getFirst();
    }

    Witness with(List<Observation> others) {
        var all = new ArrayList<>(observations);
        for (int i = 0; i < others.size() && all.size() < MOST; i++) {
            if (!all.contains(others.get(i))) {
                all.add(others.get(i));
            }
        }
        return new Witness(all);
    }
}
