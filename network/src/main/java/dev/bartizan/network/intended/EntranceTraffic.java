package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Traffic that comes in: through gateways and routes, to Services that are open to the outside, and from the API server to webhooks. */
final class EntranceTraffic {
    private static final Set<String> OPEN_TYPES = Set.of("LoadBalancer", "NodePort");

    private final Snapshot snapshot;
    private final Workloads workloads;
    private final Backends backends;
    private final WrittenValues values;
    private final Map<Integer, Collection<End>> senders = new HashMap<>();

    EntranceTraffic(Snapshot snapshot, Workloads workloads, Backends backends, WrittenValues values) {
        this.snapshot = snapshot;
        this.workloads = workloads;
        this.backends = backends;
        this.values = values;
    }

    /** What the API server calls. */
    void addWebhooksTo(Consumer<Traffic> traffic) {
        for (Link link : snapshot.platform().links()) {
            if (link.kind().equals("calls-webhook") && isService(link.to())) {
                webhook(link, traffic);
            }
        }
    }

    /** What is routed, and what is open to the outside. */
    void addTo(Consumer<Traffic> traffic) {
        for (Link link : snapshot.platform().links()) {
            if (link.kind().equals("routes") && isService(link.to())) {
                routed(link, traffic);
            }
        }
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            if (isService(i)) {
                int service = i;
                snapshot.trees().root(i).ifPresent(root -> open(service, root, traffic));
            }
        }
    }

    private boolean isService(int asset) {
        Asset service = snapshot.platform().asset(asset);
        return service.kind().equals("Service") && service.group().equals("core");
    }

    private void routed(Link link, Consumer<Traffic> traffic) {
        String route = described(link.from());
        for (End sender : senders.computeIfAbsent(link.from(), this::sendersTo)) {
            add(sender, link.to(), portBeside(link), "routed by " + route, link.evidence(), Importance.HIGH, traffic);
        }
    }

    /** Whose pods send what a route routes: those of gateways on the way to it, or the controllers of what has none here. */
    private Collection<End> sendersTo(int route) {
        var found = new LinkedHashSet<End>();
        var seen = new LinkedHashSet<>(List.of(route));
        var open = new ArrayDeque<>(List.of(route));
        while (!open.isEmpty()) {
            int asset = open.poll();
            List<Integer> pods = workloads.of(asset);
            pods.forEach(pod -> found.add(new End.Workload(pod)));
            List<Link> ways = pods.isEmpty() ? routesTo(asset) : List.of();
            if (pods.isEmpty() && ways.isEmpty() && !isWithoutGateway(asset)) {
                found.add(new End.Unnamed("the controller of " + described(asset)));
            }
            ways.stream().map(Link::from).filter(seen::add).forEach(open::add);
        }
        return found;
    }

    private List<Link> routesTo(int asset) {
        return snapshot.platform().linksTo(asset).stream()
                .filter(link -> link.kind().equals("routes"))
                .toList();
    }

    /** A VirtualService without a gateway only redirects what workloads of the mesh call anyway. */
    private boolean isWithoutGateway(int asset) {
        return snapshot.platform().asset(asset).kind().equals("VirtualService");
    }

    private void webhook(Link link, Consumer<Traffic> traffic) {
        List<String> written = portBeside(link);
        boolean mayFail = values.beside(parent(parent(link.evidence())), "failurePolicy")
                .map(policy -> policy.text("").equals("Ignore"))
                .orElse(false);
        add(
                new End.ApiServer(),
                link.to(),
                written.isEmpty() ? List.of("443") : written,
                "the API server calls it as " + described(link.from()) + " says",
                link.evidence(),
                mayFail ? Importance.MEDIUM : Importance.CRITICAL,
                traffic);
    }

    private static Location parent(Location place) {
        String pointer = place.pointer();
        return new Location(
                place.file(),
                place.line(),
                place.column(),
                pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    /** Of a reference to a Service the port that stands with its name: a number, or a mapping with a number or a name. */
    private List<String> portBeside(Link link) {
        return values.beside(link.evidence(), "port").stream()
                .map(port -> port.text(port.get("number").text(port.get("name").text(""))))
                .filter(port -> !port.isEmpty())
                .toList();
    }

    private void open(int service, Node root, Consumer<Traffic> traffic) {
        Node spec = root.get("spec");
        String type = spec.get("type").text("");
        if (OPEN_TYPES.contains(type) || !spec.get("externalIPs").items().isEmpty()) {
            String reason = described(service) + (type.isEmpty() ? " has external addresses" : " is a " + type);
            for (End sender : sources(spec)) {
                add(
                        sender,
                        service,
                        List.of(),
                        reason,
                        snapshot.platform().asset(service).location(),
                        Importance.HIGH,
                        traffic);
            }
        }
    }

    private static List<End> sources(Node spec) {
        var ranges = new ArrayList<End>();
        spec.get("loadBalancerSourceRanges").items().stream()
                .map(range -> AddressRange.ofCidr(range.text("")))
                .flatMap(Optional::stream)
                .forEach(range -> ranges.add(new End.Block(range)));
        return ranges.isEmpty() ? End.ANYWHERE : ranges;
    }

    private void add(
            End sender,
            int service,
            List<String> ports,
            String reason,
            Location place,
            Importance importance,
            Consumer<Traffic> traffic) {
        for (Backends.Backend backend : backends.of(service, ports)) {
            traffic.accept(new Traffic(
                    sender,
                    new End.Workload(backend.pod()),
                    backend.ports(),
                    new Reason(reason, Optional.of(place)),
                    importance));
        }
    }

    private String described(int asset) {
        Asset described = snapshot.platform().asset(asset);
        String namespace = described.namespace().equals("-") ? "" : described.namespace() + "/";
        return described.kind() + " " + namespace + described.name();
    }
}
