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
 */
public record Step(Direction direction, Outcome outcome, List<Policy> policies, Optional<Rule> rule) {
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
        /** Policies of one priority answer differently. */
        AMBIGUOUS,
        /** It is allowed if a block of addresses holds the address of the pod, or the two share a node. */
        ASSUMED,
        /** Nobody says anything: then it is allowed. */
        DEFAULT
    }

    static Step of(CompiledRule rule) {
        Outcome outcome = switch (rule.rule().action()) {
            case ALLOW -> Outcome.ALLOWED;
            case DENY -> Outcome.DENIED;
            case PASS -> Outcome.PASSED;
        };
        return new Step(rule.rule().direction(), outcome, List.of(rule.policy()), Optional.of(rule.rule()));
    }

    static Step of(Direction direction, Outcome outcome, List<Policy> policies) {
        return new Step(direction, outcome, policies, Optional.empty());
    }
}
