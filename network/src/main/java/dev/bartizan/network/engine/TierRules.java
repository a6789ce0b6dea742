package dev.bartizan.network.engine;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Tier;
import java.util.BitSet;
import java.util.List;

/**
 * The rules of a tier for one direction.
 *
 * @param isolations the policies that isolate pods in this direction
 * @param isolated the classes to which the rest is denied
 */
record TierRules(Tier tier, List<RankGroup> groups, List<Isolation> isolations, BitSet isolated) {
    TierRules {
        groups = List.copyOf(groups);
        isolations = List.copyOf(isolations);
    }

    /** A policy and the classes that it isolates. */
    record Isolation(Policy policy, BitSet subjects) {}

    /** The policies that isolate the pods of a class. */
    List<Policy> isolating(int party) {
        return isolations.stream()
                .filter(isolation -> isolation.subjects().get(party))
                .map(Isolation::policy)
                .toList();
    }

    /** The same with only what is asked about a party on the side that this is about. */
    TierRules about(int party, boolean isIngress) {
        return new TierRules(
                tier,
                groups.stream().map(group -> group.about(party, isIngress)).toList(),
                isolations.stream()
                        .filter(isolation -> isolation.subjects().get(party))
                        .toList(),
                isolated);
    }

    /** The same with only the rules about a party, also those that are about some requests. */
    TierRules heardBy(int party, boolean isIngress) {
        List<CompiledRule> own = groups.stream()
                .flatMap(group -> group.policies().stream())
                .flatMap(List::stream)
                .filter(rule -> rule.boxes().stream()
                        .anyMatch(box -> box.subjects(isIngress).get(party)))
                .toList();
        return new TierRules(tier, List.of(new RankGroup(List.of(own))), isolations, isolated);
    }

    /** All that its rules match, in their order. */
    List<Box> boxes() {
        return groups.stream()
                .flatMap(group -> group.policies().stream())
                .flatMap(List::stream)
                .filter(CompiledRule::decides)
                .flatMap(rule -> rule.boxes().stream())
                .toList();
    }
}
