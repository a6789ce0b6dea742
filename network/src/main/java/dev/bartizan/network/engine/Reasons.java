package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Step.Outcome;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why one party may reach another or not: the way of each port through the tiers. */
final class Reasons {
    private final Engine engine;
    private final int source;
    private final int receiver;

    Reasons(Engine engine, int source, int receiver) {
        this.engine = engine;
        this.source = source;
        this.receiver = receiver;
    }

    /** The ports that go the same way, together; in the order of their first ports. */
    List<Reason> all() {
        Map<List<Step>, long[]> ways = new LinkedHashMap<>();
        PortAtoms atoms = engine.atoms();
        for (int atom = 0; atom < atoms.count(); atom++) {
            var way = new ArrayList<Step>(decide(Direction.EGRESS, atom));
            way.addAll(decide(Direction.INGRESS, atom));
            long[] set = ways.computeIfAbsent(way, key -> atoms.none());
            atoms.add(atom, set);
        }
        Row row = engine.row(source);
        var reasons = new ArrayList<Reason>();
        ways.forEach((way, set) -> {
            List<PortMatch.Range> ports = atoms.ranges(set);
            reasons.add(new Reason(ports, row.verdict(receiver, set), way));
        });
        return reasons;
    }

    private List<Step> decide(Direction direction, int atom) {
        var steps = new ArrayList<Step>();
        DirectionRules rules = engine.rules(direction);
        if (ordered(direction, rules.admin(), atom, steps)
                || namespace(rules, atom, steps)
                || ordered(direction, rules.baseline(), atom, steps)) {
            return steps;
        }
        steps.add(Step.of(direction, Outcome.DEFAULT, List.of()));
        return steps;
    }

    /** Whether this tier decided it. */
    private boolean ordered(Direction direction, List<PriorityGroup> groups, int atom, List<Step> steps) {
        for (PriorityGroup group : groups) {
            List<CompiledRule> first = group.policies().stream()
                    .flatMap(policy -> policy.stream().filter(rule -> matches(rule, atom, true)).findFirst().stream())
                    .toList();
            if (!first.isEmpty()) {
                boolean isAmbiguous = first.stream()
                                .map(rule -> rule.rule().action())
                                .distinct()
                                .count()
                        > 1;
                Step step = isAmbiguous
                        ? Step.of(
                                direction,
                                Outcome.AMBIGUOUS,
                                first.stream().map(CompiledRule::policy).toList())
                        : Step.of(first.getFirst());
                steps.add(step);
                return step.outcome() != Outcome.PASSED;
            }
        }
        return false;
    }

    private boolean namespace(DirectionRules all, int atom, List<Step> steps) {
        Direction direction = all.direction();
        int subject = direction == Direction.INGRESS ? receiver : source;
        if (!all.isolated().get(subject)) {
            return false;
        }
        List<CompiledRule> rules = all.namespace();
        Optional<CompiledRule> allowing =
                rules.stream().filter(rule -> matches(rule, atom, false)).findFirst();
        Optional<CompiledRule> maybe =
                rules.stream().filter(rule -> matches(rule, atom, true)).findFirst();
        boolean mayBeOwnNode = direction == Direction.INGRESS && engine.isNode(source);
        if (allowing.isPresent()) {
            steps.add(Step.of(allowing.get()));
        } else if (maybe.isPresent()) {
            steps.add(new Step(
                    direction,
                    Outcome.ASSUMED,
                    List.of(maybe.get().policy()),
                    Optional.of(maybe.get().rule())));
        } else {
            Outcome outcome = mayBeOwnNode ? Outcome.ASSUMED : Outcome.NOT_ALLOWED;
            steps.add(Step.of(direction, outcome, engine.isolating(direction, subject)));
        }
        return true;
    }

    private boolean matches(CompiledRule rule, int atom, boolean withMaybe) {
        boolean isIngress = rule.rule().direction() == Direction.INGRESS;
        int subject = isIngress ? receiver : source;
        int peer = isIngress ? source : receiver;
        return rule.subjects().get(subject)
                && rule.matchesPeer(peer, withMaybe)
                && PortAtoms.holds(rule.portsOf(receiver), atom);
    }
}
