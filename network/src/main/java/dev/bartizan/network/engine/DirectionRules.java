package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Tier;
import java.util.BitSet;
import java.util.List;

/**
 * The rules of one direction in the order in which they are asked.
 *
 * @param isolated the classes for which the rules of the tier of namespaces are the last word
 */
record DirectionRules(
        Direction direction,
        List<PriorityGroup> admin,
        List<CompiledRule> namespace,
        List<PriorityGroup> baseline,
        BitSet isolated) {

    static DirectionRules of(Direction direction, List<CompiledRule> all, BitSet isolated) {
        return new DirectionRules(
                direction,
                PriorityGroup.of(of(Tier.ADMIN, direction, all)),
                of(Tier.NAMESPACE, direction, all),
                PriorityGroup.of(of(Tier.BASELINE, direction, all)),
                isolated);
    }

    private static List<CompiledRule> of(Tier tier, Direction direction, List<CompiledRule> all) {
        return all.stream()
                .filter(rule -> rule.policy().tier() == tier && rule.rule().direction() == direction)
                .toList();
    }

    /** Whether a rule matches somebody only if an assumption holds. */
    boolean hangsOnAssumptions() {
        return namespace.stream().anyMatch(rule -> !rule.maybePeers().isEmpty())
                || admin.stream().anyMatch(PriorityGroup::hangsOnAssumptions)
                || baseline.stream().anyMatch(PriorityGroup::hangsOnAssumptions);
    }
}
