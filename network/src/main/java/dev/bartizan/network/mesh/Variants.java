package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells the pods of a policy apart by what their proxies know of their ports: it says other things about them. */
final class Variants {
    private final ProxiedPods pods;

    Variants(ProxiedPods pods) {
        this.pods = pods;
    }

    /**
     * Some of the pods of a policy.
     *
     * @param ports what is known of all of them
     */
    record Variant(PodMatch pods, ProxyPorts ports) {}

    List<Variant> of(PodMatch subject) {
        List<ProxyPorts> known = pods.ports(subject);
        if (known.isEmpty()) {
            return List.of(new Variant(subject, ProxyPorts.UNKNOWN));
        }
        var variants = new ArrayList<Variant>();
        variants.add(new Variant(
                narrowed(subject, new Requirement(MeshPods.PORTS, Operator.DOES_NOT_EXIST, new TreeSet<>())),
                ProxyPorts.UNKNOWN));
        known.forEach(ports -> variants.add(new Variant(
                narrowed(subject, new Requirement(MeshPods.PORTS, Operator.IN, new TreeSet<>(List.of(ports.text())))),
                ports)));
        return variants;
    }

    private static PodMatch narrowed(PodMatch subject, Requirement requirement) {
        var both = new LabelExpression.All(List.of(subject.pods(), new LabelSelector(List.of(requirement))));
        return new PodMatch(subject.namespace(), subject.namespaces(), both);
    }
}
