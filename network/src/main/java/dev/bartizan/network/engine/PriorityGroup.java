package dev.bartizan.network.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Policies of one tier and one priority. Which of them is asked first is not defined: where they answer differently, nobody knows.
 *
 * @param policies the rules of each, in order
 */
record PriorityGroup(List<List<CompiledRule>> policies) {
    PriorityGroup {
        policies = List.copyOf(policies);
    }

    /** In the order of priorities. */
    static List<PriorityGroup> of(List<CompiledRule> rules) {
        var groups = new TreeMap<Integer, TreeMap<String, List<CompiledRule>>>();
        for (CompiledRule rule : rules) {
            groups.computeIfAbsent(rule.policy().priority(), key -> new TreeMap<>())
                    .computeIfAbsent(rule.policy().id(), key -> new ArrayList<>())
                    .add(rule);
        }
        return groups.values().stream()
                .map(policies -> new PriorityGroup(List.copyOf(policies.values())))
                .toList();
    }

    boolean hangsOnAssumptions() {
        return policies.stream()
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.maybePeers().isEmpty());
    }
}
