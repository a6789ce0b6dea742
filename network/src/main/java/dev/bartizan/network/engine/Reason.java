package dev.bartizan.network.engine;

import dev.bartizan.network.model.PortMatch;
import java.util.List;

/**
 * Ports that are decided alike, and how.
 *
 * @param steps those of the sender first
 */
public record Reason(List<PortMatch.Range> ports, Verdict verdict, List<Step> steps) {
    public Reason {
        ports = List.copyOf(ports);
        steps = List.copyOf(steps);
    }

    /** The answer to whether a connection is possible. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        /** On what the specification leaves open. */
        DEPENDS;

        /** When both must allow. */
        Verdict and(Verdict other) {
            if (this == DENIED || other == DENIED) {
                return DENIED;
            }
            return this == DEPENDS ? DEPENDS : other;
        }
    }
}
