package dev.bartizan.risk.loss;

import java.util.HashSet;
import java.util.List;

/**
 * What scenarios have in common: one Gaussian copula with one factor for each group. What a group shares (the same supplier, the same flaw) moves all its members.
 *
 * @param target what moves together
 * @param groups a scenario is in one of them at most
 */
public record Dependence(Target target, List<Group> groups) {
    /** Independent scenarios. */
    public static final Dependence NONE = new Dependence(Target.EVENTS, List.of());

    /** What moves together. */
    public enum Target {
        /** The numbers of events of a year, their uncertain frequencies included. */
        EVENTS,
        /** The losses of the events of a year. */
        SEVERITIES
    }

    /**
     * Scenarios that hang together.
     *
     * @param scenarios ids
     * @param correlation of the underlying normal numbers of any two of them, 0 to 1
     */
    public record Group(List<String> scenarios, double correlation) {
        public Group {
            scenarios = List.copyOf(scenarios);
            if (!(correlation >= 0 && correlation <= 1)) {
                throw new IllegalArgumentException("a correlation within a group is 0 to 1, not " + correlation);
            }
        }
    }

    public Dependence {
        groups = List.copyOf(groups);
        var seen = new HashSet<String>();
        for (Group group : groups) {
            for (String scenario : group.scenarios()) {
                if (!seen.add(scenario)) {
                    throw new IllegalArgumentException("a scenario stands in two groups: " + scenario);
                }
            }
        }
    }

    /** The group that a scenario is in; -1 for none. */
    int groupOf(String scenario) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).scenarios().contains(scenario)) {
                return i;
            }
        }
        return -1;
    }
}
