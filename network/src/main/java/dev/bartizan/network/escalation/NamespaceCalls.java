package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.NamespaceChange;
import dev.bartizan.network.rbac.Power;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Other labels on the namespace of the sender, or of the receiver. */
final class NamespaceCalls {
    private static final int MOST_CHANGES = 64;

    private final Ground ground;
    private final List<Changed> changes = new ArrayList<>();
    private final boolean isCut;

    private record Changed(NamespaceChange change, Engine engine) {}

    NamespaceCalls(Ground ground, Assumptions assumptions) {
        this.ground = ground;
        List<NamespaceChange> possible = NamespaceChange.of(ground.cluster(), ground.powers());
        this.isCut = possible.size() > MOST_CHANGES;
        possible.stream()
                .limit(MOST_CHANGES)
                .forEach(change ->
                        changes.add(new Changed(change, Engine.of(change.applied(ground.cluster()), assumptions))));
    }

    /** Whether there were more changes than are looked at. */
    boolean isCut() {
        return isCut;
    }

    /** The first change of each namespace that opens something. */
    void add(End from, End to, PortSet open, List<Escalation> into) {
        Set<String> concerned = new HashSet<>();
        ground.pod(from).map(Pod::namespace).ifPresent(concerned::add);
        ground.pod(to).map(Pod::namespace).ifPresent(concerned::add);
        for (Changed each : changes) {
            PortSet ports = concerned.contains(each.change().namespace())
                    ? ground.allowed(each.engine(), from, to).minus(open)
                    : PortSet.NONE;
            if (!ports.isEmpty()) {
                concerned.remove(each.change().namespace());
                into.add(new Escalation(
                        each.change().call(),
                        ground.holders(Power.LABEL_NAMESPACE, each.change().namespace()),
                        ground.label(from),
                        ground.label(to),
                        ports,
                        () -> Ground.steps(each.engine(), from, to, ports)));
            }
        }
    }
}
