package dev.bartizan.network.engine;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.Optional;

/**
 * A rule that changes no answer.
 *
 * @param source of a connection that it matches
 * @param receiver of the same
 * @param insteadOf the policy that answers about it first; empty when what is isolated or allowed anyway does
 * @param instead its rule
 */
public record UnneededRule(
        Policy policy, Rule rule, int source, int receiver, Optional<Policy> insteadOf, Optional<Rule> instead) {

    /** Whether another rule says the opposite before. */
    public boolean isContradicted() {
        return instead.filter(other -> other.action() != rule.action()).isPresent();
    }

    /** Whether another tier, or another rank of its own, answers before. */
    public boolean isShadowed() {
        return insteadOf
                .filter(other -> other.tier().compareTo(policy.tier()) < 0
                        || (other.tier().equals(policy.tier()) && other.rank().compareTo(policy.rank()) < 0))
                .isPresent();
    }
}
