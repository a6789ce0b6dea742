package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells the pods of a policy apart by what their proxies know of their ports: it says other things about them. */
final class Variants {
    private final Map<String, List<Special>> byNamespace = new HashMap<>();

    /** A pod of which something is known. */
    private record Special(Map<String, String> seen, ProxyPorts ports) {}

    /**
     * Some of the pods of a policy.
     *
     * @param ports what is known of all of them
     */
    record Variant(PodMatch pods, ProxyPorts ports) {}

    /** @param seen its labels and attributes */
    void add(String namespace, Map<String, String> seen, ProxyPorts ports) {
        byNamespace.computeIfAbsent(namespace, key -> new ArrayList<>()).add(new Special(Map.copyOf(seen), ports));
    }

    List<Variant> of(PodMatch subject) {
        SortedMap<String, ProxyPorts> known = new TreeMap<>();
        Collection<List<Special>> candidates = subject.namespace()
                .map(namespace -> (Collection<List<Special>>) List.of(byNamespace.getOrDefault(namespace, List.of())))
                .orElseGet(byNamespace::values);
        candidates.forEach(specials -> specials.stream()
                .filter(special -> subject.pods().matches(special.seen()))
                .forEach(special -> known.put(special.ports().text(), special.ports())));
        if (known.isEmpty()) {
            return List.of(new Variant(subject, ProxyPorts.UNKNOWN));
        }
        var variants = new ArrayList<Variant>();
        variants.add(new Variant(
                narrowed(subject, new Requirement(MeshPods.PORTS, Operator.DOES_NOT_EXIST, new TreeSet<>())),
                ProxyPorts.UNKNOWN));
        known.forEach((text, ports) -> variants.add(new Variant(
                narrowed(subject, new Requirement(MeshPods.PORTS, Operator.IN, new TreeSet<>(List.of(text)))), ports)));
        return variants;
    }

    private static PodMatch narrowed(PodMatch subject, Requirement requirement) {
        var both = new LabelExpression.All(List.of(subject.pods(), new LabelSelector(List.of(requirement))));
        return new PodMatch(subject.namespace(), subject.namespaces(), both);
    }
}
