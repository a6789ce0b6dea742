package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What decided, or passed on, a connection in one direction.
 *
 * @param policies that took part; none when nothing says anything
 * @param rule of the only policy, if one matched
 * @param isAssumed whether the rule matches only if an assumption holds; then the next step says what is if not
 */
public record Step(
        Direction direction, Outcome outcome, List<Policy> policies, Optional<Rule> rule, boolean isAssumed) {
    public Step {
        policies = List.copyOf(policies);
    }

    /** What a step does. */
    public enum Outcome {
        /** A rule allows it. */
        ALLOWED,
        /** A rule denies it. */
        DENIED,
        /** A rule leaves it to the next tier. */
        PASSED,
        /** The pod is isolated and no rule allows it. */
        NOT_ALLOWED,
        /** Policies of one rank answer differently. */
        AMBIGUOUS,
        /** The pod is isolated and no rule allows it, but the sender may be its own node, which may always reach it. */
        OWN_NODE,
        /** Nobody says anything: then it is allowed. */
        DEFAULT
    }

    static Step of(CompiledRule rule, boolean isAssumed) {
        Outcome outcome = switch (rule.rule().action()) {
            case ALLOW -> Outcome.ALLOWED;
            case DENY -> Outcome.DENIED;
            case PASS -> Outcome.PASSED;
        };
        return new Step(rule.rule().direction(), outcome, List.of(rule.policy()), Optional.of(rule.rule()), isAssumed);
    }

    static Step of(Direction direction, Outcome outcome, List<Policy> policies) {
        return new Step(direction, outcome, policies, Optional.empty(), false);
    }
}
