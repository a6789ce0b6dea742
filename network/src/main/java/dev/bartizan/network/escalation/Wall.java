package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Step;
import dev.bartizan.network.engine.Step.Outcome;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Tier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stops a connection and falls with one more policy: pods are isolated by policies of their namespaces, and nobody else says no.
 *
 * @param held the sides at which it is stopped
 * @param steps what policies say about it
 */
public record Wall(Set<Direction> held, PortSet ports, List<Step> steps) {
    public Wall {
        held = Set.copyOf(held);
        steps = List.copyOf(steps);
    }

    /** Of what is said on both sides about some ports; empty when nobody stops them, or somebody else does. */
    static Optional<Wall> of(List<Step> steps, PortSet ports) {
        List<Step> stops = steps.stream().filter(Wall::isStop).toList();
        boolean isOfNamespaces = stops.stream()
                .allMatch(step -> step.outcome() == Outcome.NOT_ALLOWED
                        && step.policies().stream()
                                .allMatch(policy -> policy.tier().equals(Tier.NAMESPACE)));
        if (stops.isEmpty() || !isOfNamespaces) {
            return Optional.empty();
        }
        Set<Direction> held = EnumSet.noneOf(Direction.class);
        stops.forEach(step -> held.add(step.direction()));
        return Optional.of(new Wall(held, ports, steps));
    }

    private static boolean isStop(Step step) {
        return step.outcome() == Outcome.NOT_ALLOWED || step.outcome() == Outcome.DENIED;
    }
}
