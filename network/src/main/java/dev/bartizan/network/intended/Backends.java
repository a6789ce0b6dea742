package dev.bartizan.network.intended;

import dev.bartizan.graph.Link;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The pods behind a Service, and the ports to which it translates its own. */
final class Backends {
    private final Snapshot snapshot;
    private final Workloads workloads;
    private final CreatedServices created;

    /** A pod and those of its ports that are meant. */
    record Backend(int pod, PortSet ports) {}

    Backends(Snapshot snapshot, Workloads workloads, CreatedServices created) {
        this.snapshot = snapshot;
        this.workloads = workloads;
        this.created = created;
    }

    /**
     * Where traffic to some ports of a Service ends up.
     *
     * @param asked by number or name; none: all that the Service has, as when it has none of them
     */
    List<Backend> of(int service, List<String> asked) {
        Optional<Node> root = snapshot.trees().root(service);
        var backends = new ArrayList<Backend>();
        for (Link link : snapshot.platform().linksFrom(service)) {
            if (link.kind().equals("exposes")) {
                for (int pod : workloads.of(link.to())) {
                    if (root.map(node -> selects(node, workloads.pod(pod))).orElse(true)) {
                        PortSet ports = root.map(node -> translated(node, asked, pod))
                                .orElseGet(() -> created.ports(service, asked, workloads.declaredPorts(pod)));
                        backends.add(new Backend(pod, ports));
                    }
                }
            }
        }
        return backends;
    }

    private static boolean selects(Node service, Pod pod) {
        return !(service.at("spec", "selector") instanceof Mapping selector)
                || selector.keys().stream()
                        .allMatch(key ->
                                selector.get(key).text("").equals(pod.labels().getOrDefault(key, "")));
    }

    private PortSet translated(Node service, List<String> asked, int pod) {
        List<Node> ports = service.at("spec", "ports").items();
        List<Node> meant = ports.stream().filter(port -> isAsked(port, asked)).toList();
        boolean isHeadless = service.at("spec", "clusterIP").text("").equals("None");
        if (meant.isEmpty() && isHeadless && !asked.isEmpty()) {
            return numbers(asked);
        }
        var translated = new ArrayList<PortMatch.Range>();
        for (Node port : meant.isEmpty() ? ports : meant) {
            target(port, workloads.pod(pod)).ifPresent(translated::addAll);
        }
        return translated.isEmpty() && ports.isEmpty() ? workloads.declaredPorts(pod) : PortSet.of(translated);
    }

    private static boolean isAsked(Node port, List<String> asked) {
        return asked.isEmpty()
                || asked.contains(port.get("port").text(""))
                || asked.contains(port.get("name").text(" "));
    }

    private static PortSet numbers(List<String> asked) {
        return asked.stream()
                .map(PortText::number)
                .filter(OptionalInt::isPresent)
                .map(number -> PortSet.of(Protocol.TCP, number.getAsInt()))
                .reduce(PortSet.NONE, PortSet::union);
    }

    private static Optional<List<PortMatch.Range>> target(Node port, Pod pod) {
        Optional<Protocol> protocol = Protocol.of(port.get("protocol").text("TCP"));
        String target = port.get("targetPort").text(port.get("port").text(""));
        OptionalInt number = PortText.number(target);
        Predicate<PortMatch.Range> isOfProtocol = range -> protocol.equals(Optional.of(range.protocol()));
        return protocol.map(known -> number.isPresent()
                ? PortSet.of(known, number.getAsInt()).ranges()
                : pod.ports().getOrDefault(target, List.of()).stream()
                        .filter(isOfProtocol)
                        .toList());
    }
}
