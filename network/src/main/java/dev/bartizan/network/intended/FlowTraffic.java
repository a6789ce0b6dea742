package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.intents.Outside;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.observed.Flow;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Traffic that was observed, between those who are in the input: workloads by their names or the names of their pods, Services, which stand for what is behind
 * them, and addresses. A private address that is nobody's in the input may be any pod's, so that it is not taken for one outside.
 */
final class FlowTraffic {
    private static final Pattern NAME_SERVICE = Pattern.compile("kube-system/(coredns|kube-dns)\\b.*");

    private final Backends backends;
    private final KnownAddresses known;
    private final Map<String, List<Integer>> podsByName = new HashMap<>();
    private final Map<String, Integer> services = new HashMap<>();
    private final Map<AddressRange, Integer> serviceAddresses = new HashMap<>();
    private final Map<AddressRange, List<Integer>> podAddresses = new HashMap<>();

    FlowTraffic(Snapshot snapshot, Workloads workloads, Backends backends, KnownAddresses known) {
        this.backends = backends;
        this.known = known;
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            Asset asset = snapshot.platform().asset(i);
            int number = i;
            String name = asset.namespace() + "/" + asset.name();
            for (int pod : workloads.of(i)) {
                named(name).add(pod);
                named(name + "[" + asset.kind() + "]").add(pod);
            }
            if (asset.group().equals("core") && asset.kind().equals("Service")) {
                services.putIfAbsent(name, i);
                snapshot.trees()
                        .root(i)
                        .ifPresent(root -> addressesOfService(root)
                                .forEach(address -> serviceAddresses.putIfAbsent(address, number)));
            }
            if (asset.group().equals("core") && asset.kind().equals("Pod")) {
                snapshot.trees()
                        .root(i)
                        .ifPresent(root -> addressesOfPod(root)
                                .forEach(address -> podAddresses.putIfAbsent(address, workloads.of(number))));
            }
        }
    }

    private List<Integer> named(String name) {
        return podsByName.computeIfAbsent(name, key -> new ArrayList<>(1));
    }

    private static Stream<AddressRange> addressesOfService(Node root) {
        Node spec = root.get("spec");
        return addresses(Stream.of(
                        Stream.of(spec.get("clusterIP"), spec.get("loadBalancerIP")),
                        spec.get("clusterIPs").items().stream(),
                        spec.get("externalIPs").items().stream(),
                        root.at("status", "loadBalancer", "ingress").items().stream()
                                .map(item -> item.get("ip")))
                .flatMap(nodes -> nodes));
    }

    private static Stream<AddressRange> addressesOfPod(Node root) {
        Node status = root.get("status");
        return addresses(Stream.concat(
                Stream.of(status.get("podIP")),
                status.get("podIPs").items().stream().map(item -> item.get("ip"))));
    }

    private static Stream<AddressRange> addresses(Stream<Node> nodes) {
        return nodes.flatMap(node -> address(node.text("")).stream());
    }

    private static Optional<AddressRange> address(String text) {
        return AddressRange.ofCidr(text + (text.indexOf(':') < 0 ? "/32" : "/128"));
    }

    void add(List<Flow> flows, Consumer<Traffic> traffic) {
        flows.forEach(flow -> add(flow, traffic));
    }

    private void add(Flow flow, Consumer<Traffic> traffic) {
        var reason =
                new Reason("seen " + (flow.count() == 1 ? "once" : flow.count() + " times"), Optional.of(flow.place()));
        PortSet port = PortSet.of(flow.protocol(), flow.port());
        for (End from : ends(flow.from())) {
            Optional<Integer> service = service(flow.to());
            if (service.isPresent()) {
                backends.of(service.get(), List.of(Integer.toString(flow.port())))
                        .forEach(backend -> traffic.accept(new Traffic(
                                from, new End.Workload(backend.pod()), backend.ports(), reason, Importance.HIGH)));
            } else {
                ends(flow.to()).forEach(to -> traffic.accept(new Traffic(from, to, port, reason, Importance.HIGH)));
            }
        }
    }

    /** The Service that a receiver is called by; a workload of its name counts before it. */
    private Optional<Integer> service(String text) {
        if (pods(text).isEmpty()) {
            String name = text.endsWith("[Service]") ? text.substring(0, text.indexOf('[')) : text;
            return Optional.ofNullable(services.get(name))
                    .or(() -> address(text).flatMap(address -> Optional.ofNullable(serviceAddresses.get(address))));
        }
        return Optional.empty();
    }

    private List<End> ends(String text) {
        List<Integer> pods = pods(text);
        if (!pods.isEmpty()) {
            return pods.stream().<End>map(End.Workload::new).toList();
        }
        Optional<AddressRange> address = address(text);
        if (address.isPresent()) {
            return List.of(end(address.get(), text));
        }
        if (NAME_SERVICE.matcher(text).matches()) {
            return List.of(new End.NameService());
        }
        boolean isHost = text.indexOf('.') > 0 && text.indexOf('/') < 0;
        return List.of(isHost ? new End.Domain(text) : new End.Unnamed(text + ", whom the input does not hold"));
    }

    private End end(AddressRange address, String text) {
        if (holds(known.apiServer(), address)) {
            return new End.ApiServer();
        }
        if (holds(known.nodes(), address)) {
            return new End.Nodes();
        }
        boolean isOutside = holds(known.outside(), address) || new Outside(Optional.of(address)).isPublic();
        return isOutside
                ? new End.Block(address)
                : new End.Unnamed(text + ", a private address that is nobody's in the input");
    }

    private static boolean holds(List<AddressRange> blocks, AddressRange address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private List<Integer> pods(String text) {
        List<Integer> named = podsByName.getOrDefault(text, List.of());
        if (!named.isEmpty()) {
            return named;
        }
        List<Integer> addressed = address(text)
                .map(address -> podAddresses.getOrDefault(address, List.of()))
                .orElse(List.of());
        return addressed.isEmpty() ? ofReplica(text) : addressed;
    }

    /** {@code shop/web-7c9d5b8f6-x2x1k} is a pod of {@code shop/web}, {@code shop/db-0} one of {@code shop/db}. */
    private List<Integer> ofReplica(String text) {
        String owner = text;
        for (int part = 0; part < 2; part++) {
            int dash = owner.lastIndexOf('-');
            if (dash < owner.indexOf('/') + 2) {
                return List.of();
            }
            owner = owner.substring(0, dash);
            List<Integer> named = podsByName.getOrDefault(owner, List.of());
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of();
    }
}
