package dev.bartizan.network.engine;

import dev.bartizan.network.model.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Policies of one rank. Which of them is asked first is not defined: where they answer differently, nobody knows.
 *
 * @param policies the rules of each, in order; one list for all of them when all do the same
 */
record RankGroup(List<List<CompiledRule>> policies) {
    RankGroup {
        policies = List.copyOf(policies);
    }

    /** In the order of ranks. */
    static List<RankGroup> of(List<CompiledRule> rules) {
        var groups = new TreeMap<Rank, List<CompiledRule>>();
        for (CompiledRule rule : rules) {
            groups.computeIfAbsent(rule.policy().rank(), key -> new ArrayList<>())
                    .add(rule);
        }
        return groups.values().stream().map(RankGroup::ofOneRank).toList();
    }

    private static RankGroup ofOneRank(List<CompiledRule> rules) {
        long actions =
                rules.stream().map(rule -> rule.rule().action()).distinct().count();
        if (actions == 1) {
            return new RankGroup(List.of(rules));
        }
        var policies = new TreeMap<String, List<CompiledRule>>();
        rules.forEach(rule -> policies.computeIfAbsent(rule.policy().id(), key -> new ArrayList<>())
                .add(rule));
        return new RankGroup(List.copyOf(policies.values()));
    }
}
