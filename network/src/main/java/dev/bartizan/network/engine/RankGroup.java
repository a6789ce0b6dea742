package dev.bartizan.network.engine;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Policies of one rank. Which of them is asked first is not defined: where they answer differently, nobody knows.
 *
 * @param policies the rules of each, in order; one list for all of them when all do the same
 */
record RankGroup(List<List<CompiledRule>> policies) {
    RankGroup {
        policies = List.copyOf(policies);
    }

    /** The same with only the rules that are asked about a party on the side that they are about. */
    RankGroup about(int party, boolean isIngress) {
        var about = new ArrayList<List<CompiledRule>>(policies.size());
        for (List<CompiledRule> rules : policies) {
            var own = new ArrayList<CompiledRule>();
            for (CompiledRule rule : rules) {
                if (rule.isAbout(party, isIngress)) {
                    own.add(rule);
                }
            }
            about.add(own);
        }
        return new RankGroup(about);
    }

    /**
     * In the order of ranks.
     *
     * @param namesBreakTies whether policies of one rank are asked by their names
     */
    static List<RankGroup> of(List<CompiledRule> rules, boolean namesBreakTies) {
        var groups = new TreeMap<Rank, List<CompiledRule>>();
        for (CompiledRule rule : rules) {
            groups.computeIfAbsent(rule.policy().rank(), key -> new ArrayList<>())
                    .add(rule);
        }
        return groups.values().stream()
                .flatMap(group -> ofOneRank(group, namesBreakTies))
                .toList();
    }

    private static Stream<RankGroup> ofOneRank(List<CompiledRule> rules, boolean namesBreakTies) {
        long actions =
                rules.stream().map(rule -> rule.rule().action()).distinct().count();
        if (actions == 1) {
            return Stream.of(new RankGroup(List.of(rules)));
        }
        Function<Policy, String> key = namesBreakTies ? policy -> policy.name() + " " + policy.id() : Policy::id;
        var policies = new TreeMap<String, List<CompiledRule>>();
        rules.forEach(rule -> policies.computeIfAbsent(key.apply(rule.policy()), name -> new ArrayList<>())
                .add(rule));
        return namesBreakTies
                ? policies.values().stream().map(policy -> new RankGroup(List.of(policy)))
                : Stream.of(new RankGroup(List.copyOf(policies.values())));
    }
}
