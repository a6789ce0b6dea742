package dev.bartizan.network.intended;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The pods of a cluster by the assets that make them. */
final class Workloads {
    private final Cluster cluster;
    private final List<PodTemplate> templates = new ArrayList<>();
    private final Map<Integer, List<Integer>> byAsset = new HashMap<>();

    /** @param all templates of the platform, among which those of the pods stand in the order of the pods */
    Workloads(Cluster cluster, List<PodTemplate> all) {
        this.cluster = cluster;
        var next = all.iterator();
        for (int i = 0; i < cluster.pods().size(); i++) {
            templates.add(templateOf(cluster.pods().get(i), next));
            byAsset.computeIfAbsent(cluster.pods().get(i).asset(), key -> new ArrayList<>(1))
                    .add(i);
        }
    }

    private static PodTemplate templateOf(Pod pod, Iterator<PodTemplate> next) {
        PodTemplate template = next.next();
        while (template.asset() != pod.asset() || template.aside().settings()) {
            template = next.next();
        }
        return template;
    }

    Pod pod(int index) {
        return cluster.pods().get(index);
    }

    Node spec(int index) {
        return templates.get(index).spec();
    }

    /** All pods of an asset. */
    List<Integer> of(int asset) {
        return byAsset.getOrDefault(asset, List.of());
    }

    /** The pods of an asset in whose template this stands; all of them when it stands in none. */
    List<Integer> of(int asset, Location place) {
        List<Integer> all = of(asset);
        if (all.size() < 2) {
            return all;
        }
        List<Integer> holding = all.stream()
                .filter(pod -> place.pointer().startsWith(templates.get(pod).pointer() + "/"))
                .toList();
        return holding.isEmpty() ? all : holding;
    }

    /** The ports that the containers of a pod declare. */
    PortSet declaredPorts(int index) {
        var ports = new ArrayList<PortMatch.Range>();
        Node spec = spec(index);
        collect(spec, ports);
        spec.get("containers").items().forEach(container -> collect(container, ports));
        return PortSet.of(ports);
    }

    private static void collect(Node container, List<PortMatch.Range> ports) {
        for (Node port : container.get("ports").items()) {
            OptionalInt number = PortText.number(port.get("containerPort").text(""));
            Protocol.of(port.get("protocol").text("TCP"))
                    .filter(protocol -> number.isPresent())
                    .ifPresent(
                            protocol -> ports.add(new PortMatch.Range(protocol, number.getAsInt(), number.getAsInt())));
        }
    }
}
