package dev.bartizan.network.escalation;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Who could make connections of a cluster pass, by the rights that the input shows: with a policy, a pod of their own, other labels on a pod or a namespace, or
 * by what gateways pass on. Each is evaluated: the packet passes then. For one thread.
 */
public final class Escalations {
    private final Ground ground;
    private final PolicyCalls policies;
    private final LabelCalls labels;
    private final NamespaceCalls namespaces;
    private final RelayCalls relays;

    /** @param label what a reader calls a pod */
    public Escalations(
            Snapshot snapshot, Cluster cluster, Engine engine, Assumptions assumptions, Function<Pod, String> label) {
        this.ground = new Ground(cluster, engine, Powers.of(snapshot), label);
        this.policies = new PolicyCalls(ground);
        this.labels = new LabelCalls(ground, assumptions);
        this.namespaces = new NamespaceCalls(ground, assumptions);
        this.relays = new RelayCalls(Doors.of(snapshot, cluster), ground::holders);
    }

    /** Whether there were more ways to label namespaces than are looked at. */
    public boolean isCut() {
        return namespaces.isCut();
    }

    /** What would open a port between two that is certainly closed today. */
    public List<Escalation> between(End from, End to) {
        PortSet open = ground.open(from, to);
        if (open.isAll()) {
            return List.of();
        }
        var found = new ArrayList<Escalation>();
        policies.between(from, to).ifPresent(found::add);
        labels.senders(from, to, open, found);
        labels.receivers(from, to, open, found);
        namespaces.add(from, to, open, found);
        relays.add(ground, from, to, open, found);
        return found;
    }
}
