package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.Optional;

/**
 * What one policy says about some ports of a connection.
 *
 * @param rule that it says it by, if it is one
 */
public record Testimony(Direction direction, Policy policy, Said said, Optional<Rule> rule) {
    /** What a policy says. The last four deny because the pod is isolated. */
    public enum Said {
        ALLOWS,
        DENIES,
        PASSES,
        /** It has no rules for this direction. */
        HAS_NO_RULES,
        /** None of its rules means the other side. */
        MEANS_OTHERS,
        /** The first rule that means the other side is about other ports. */
        MEANS_OTHER_PORTS,
        /** The first rule that means the other side names ports that the receiver does not have. */
        MEANS_UNKNOWN_PORTS
    }
}
