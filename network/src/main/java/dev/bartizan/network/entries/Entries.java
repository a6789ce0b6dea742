package dev.bartizan.network.entries;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Follows the links of the system graph from objects that let traffic in to the ports of the pods behind them. */
public final class Entries {
    /** What np-guard's netpol-analyzer follows. */
    private static final Set<String> OLD_ROUTES =
            Set.of("networking.k8s.io/Ingress", "extensions/Ingress", "route.openshift.io/Route");

    private static final Set<String> OTHER_ROUTES = Set.of(
            "traefik.io/IngressRoute",
            "traefik.containo.us/IngressRoute",
            "gateway.networking.k8s.io/HTTPRoute",
            "gateway.networking.k8s.io/GRPCRoute",
            "gateway.networking.k8s.io/TLSRoute",
            "gateway.networking.k8s.io/TCPRoute",
            "networking.istio.io/VirtualService");

    private final Snapshot snapshot;
    private final Platform platform;
    private final Cluster cluster;
    private final Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Optional<DeclaredPorts> declared;

    private Entries(Snapshot snapshot, Cluster cluster, Optional<DeclaredPorts> declared) {
        this.declared = declared;
        this.snapshot = snapshot;
        this.platform = snapshot.platform();
        this.cluster = cluster;
        for (int i = 0; i < cluster.pods().size(); i++) {
            podsOfAsset
                    .computeIfAbsent(cluster.pods().get(i).asset(), key -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * In the order of the objects. What is not open beyond the cluster lets nobody in.
     *
     * @param asNpGuard only ingresses and the routes of OpenShift, and only ports that containers declare
     */
    public static List<Entry> of(Snapshot snapshot, Cluster cluster, boolean asNpGuard) {
        Optional<DeclaredPorts> declared = asNpGuard ? Optional.of(DeclaredPorts.of(snapshot)) : Optional.empty();
        var reading = new Entries(snapshot, cluster, declared);
        List<Asset> assets = snapshot.platform().assets();
        for (int i = 0; i < assets.size(); i++) {
            String kind = assets.get(i).group() + "/" + assets.get(i).kind();
            boolean isFollowed = OLD_ROUTES.contains(kind) || (!asNpGuard && OTHER_ROUTES.contains(kind));
            if (isFollowed && reading.isOpen(i) && (asNpGuard || !reading.isCarried(i))) {
                reading.follow(i);
            }
        }
        return List.copyOf(reading.entries);
    }

    private boolean isOpen(int asset) {
        return platform.property(asset, "exposure")
                .map(reach -> !reach.equals("cluster"))
                .orElse(false);
    }

    /** Whether pods of the input carry every gateway that takes the route: then what they pass on is among their own connections. */
    private boolean isCarried(int route) {
        List<Integer> gateways = platform.linksTo(route).stream()
                .filter(link -> link.kind().equals("routes"))
                .map(Link::from)
                .filter(from -> platform.asset(from).kind().equals("Gateway"))
                .toList();
        return !gateways.isEmpty()
                && gateways.stream()
                        .allMatch(gateway -> platform.linksTo(gateway).stream()
                                .anyMatch(
                                        link -> link.kind().equals("routes") && podsOfAsset.containsKey(link.from())));
    }

    private void follow(int route) {
        Asset asset = platform.asset(route);
        for (Link link : platform.linksFrom(route)) {
            if (link.kind().equals("routes")) {
                String asked = port(route, link.evidence());
                snapshot.trees().root(link.to()).ifPresent(service -> behind(asset, link, service, asked));
            }
        }
    }

    /** The port that stands beside the name of the service, or below it; empty when none does. */
    private String port(int route, Location evidence) {
        Location start = platform.asset(route).location();
        boolean isWithin =
                evidence.file().equals(start.file()) && evidence.pointer().startsWith(start.pointer() + "/");
        if (!isWithin) {
            return "";
        }
        String within = evidence.pointer().substring(start.pointer().length());
        Node root = snapshot.trees().root(route).orElseThrow();
        Node beside = Pointer.find(root, within.substring(0, within.lastIndexOf('/')));
        Node port = beside.get("port");
        String written = port.text(port.get("number").text(port.get("name").text("")));
        // Ingresses before v1 and the routes of OpenShift.
        String older = beside.get("servicePort")
                .text(root.at("spec", "port", "targetPort").text(""));
        return written.isEmpty() ? older : written;
    }

    private void behind(Asset route, Link toService, Node service, String asked) {
        List<ServicePort> ports = ports(toService.to(), service);
        platform.linksFrom(toService.to()).stream()
                .filter(link -> link.kind().equals("exposes"))
                .flatMap(link -> podsOfAsset.getOrDefault(link.to(), List.of()).stream())
                .filter(pod -> isSelected(
                        service.at("spec", "selector"), cluster.pods().get(pod)))
                .forEach(pod -> entries.add(new Entry(
                        route.kind(),
                        route.namespace() + "/" + route.name(),
                        platform.asset(toService.to()).name(),
                        pod,
                        open(ports, asked, cluster.pods().get(pod)),
                        toService.evidence())));
    }

    private SortedSet<Integer> open(List<ServicePort> ports, String asked, Pod pod) {
        return ports.stream()
                .filter(port -> port.isMeantBy(asked))
                .flatMap(port -> port.numbers(pod))
                .filter(port ->
                        declared.map(known -> known.has(pod.asset(), port)).orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of an InferencePool those that it names itself. */
    private List<ServicePort> ports(int asset, Node service) {
        if (!platform.asset(asset).kind().equals("InferencePool")) {
            return ServicePort.of(service);
        }
        var ports = new ArrayList<ServicePort>();
        Node spec = service.get("spec");
        spec.get("targetPorts").items().forEach(port -> {
            String number = port.get("number").text("");
            ports.add(new ServicePort("", number, number));
        });
        spec.get("targetPortNumber").text().ifPresent(number -> ports.add(new ServicePort("", number, number)));
        return ports;
    }

    /** A workload may have several kinds of pods, of which the service picks some. */
    private static boolean isSelected(Node selector, Pod pod) {
        Node labels = selector.get("matchLabels") instanceof Mapping wanted ? wanted : selector;
        if (labels instanceof Mapping wanted) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.value(i).text("").equals(pod.labels().getOrDefault(wanted.key(i), ""))) {
                    return false;
                }
            }
        }
        return true;
    }
}
