package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import dev.bartizan.source.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules that were written as one and became several, as when a policy is applied to several sets of pods. */
final class Wholes {
    private final Set<Written> needed = new HashSet<>();

    private record Written(String policy, Direction direction, Location location) {
        static Written of(CompiledRule rule) {
            return new Written(
                    rule.policy().id(), rule.rule().direction(), rule.rule().location());
        }
    }

    private record Part(Policy policy, Rule rule) {}

    Wholes(List<Chain> chains, List<UnneededRule> unneeded) {
        Set<Part> gone = new HashSet<>();
        unneeded.forEach(one -> gone.add(new Part(one.policy(), one.rule())));
        chains.stream()
                .filter(chain -> chain.layer() == Layer.NETWORK)
                .flatMap(chain -> chain.tiers().stream())
                .flatMap(tier -> tier.rulesOfBoxes().stream())
                .filter(rule -> !gone.contains(new Part(rule.policy(), rule.rule())))
                .forEach(rule -> needed.add(Written.of(rule)));
    }

    /** Whether no part of the rule is needed. */
    boolean isWhole(UnneededRule one) {
        return !needed.contains(new Written(
                one.policy().id(), one.rule().direction(), one.rule().location()));
    }
}
