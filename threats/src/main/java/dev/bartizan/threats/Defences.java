package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands around each crown jewel: the controls that are to stop the threats to it, by the time at which they work, and what shows that they do. */
final class Defences {
    private static final int MOST_EVIDENCE = 4;

    private final Conditions conditions;
    private final Candidates candidates;
    private final List<Threat> threats;
    private final World world;

    Defences(Conditions conditions, Candidates candidates, List<Threat> threats) {
        this.conditions = conditions;
        this.candidates = candidates;
        this.threats = threats;
        this.world = conditions.world().apart();
    }

    List<Defence> of(AttackPathFacts paths, List<Safeguard> controls) {
        return paths.jewels().stream().map(jewel -> defence(jewel, controls)).toList();
    }

    private Defence defence(AttackPathFacts.Jewel jewel, List<Safeguard> controls) {
        int index = world.platform().index(jewel.asset()).orElseThrow();
        List<Threat> own = threats.stream()
                .filter(threat -> candidates.all(threat).get(index))
                .toList();
        var guards = new ArrayList<Guard>();
        for (Safeguard control : controls) {
            List<String> stops = own.stream()
                    .filter(threat -> threat.controls().contains(control.control()))
                    .map(Threat::id)
                    .toList();
            boolean isForAll =
                    control.ground() == Ground.ORGANISATION && control.threats().isEmpty();
            if (!stops.isEmpty() || isForAll) {
                guards.add(guard(control, stops, index));
            }
        }
        guards.sort(
                Comparator.comparing(Guard::phase).thenComparing(Guard::state).thenComparing(Guard::control));
        return new Defence(jewel.asset(), jewel.reason(), guards);
    }

    private Guard guard(Safeguard control, List<String> stops, int index) {
        world.begin();
        Thing.Value lacks = conditions.checks().lacks(world.thing(index), control.control());
        State state = control.coverage().evidenced().get(index)
                ? State.EVIDENCED
                : control.coverage().refuted().get(index) ? State.REFUTED : State.OPEN;
        var evidence = new ArrayList<>(world.trace());
        if (state == State.EVIDENCED && evidence.isEmpty()) {
            evidence.addAll(conditions.checks().passed(world.thing(index), control.control()));
        }
        String gap = lacks instanceof Thing.Unknown unknown ? unknown.gap() : "";
        return new Guard(
                control.control(),
                control.phase(),
                state,
                stops,
                evidence.stream().limit(MOST_EVIDENCE).toList(),
                gap);
    }
}
