package dev.bartizan.network.escalation;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Workloads that pass on what they take in to where routes lead, and where routes lead today. */
public final class Doors {
    private static final String ROUTES = "routes";

    private final Snapshot snapshot;
    private final Platform platform;
    private final List<Door> doors = new ArrayList<>();
    private final SortedSet<String> routed = new TreeSet<>();
    private final Set<Integer> behind = new HashSet<>();

    private Doors(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.platform = snapshot.platform();
    }

    /**
     * A workload that carries gateways.
     *
     * @param pod number of the pod in the cluster
     * @param gateways indexes of the Gateways that it carries
     */
    public record Door(int pod, List<Integer> gateways) {
        public Door {
            gateways = List.copyOf(gateways);
        }
    }

    public static Doors of(Snapshot snapshot, Cluster cluster) {
        var all = new Doors(snapshot);
        for (int i = 0; i < cluster.pods().size(); i++) {
            List<Integer> gateways = all
                    .platform
                    .linksFrom(cluster.pods().get(i).asset())
                    .stream()
                    .filter(link -> link.kind().equals(ROUTES))
                    .map(Link::to)
                    .filter(to -> all.platform.asset(to).kind().equals("Gateway"))
                    .distinct()
                    .toList();
            if (!gateways.isEmpty()) {
                all.doors.add(new Door(i, gateways));
            }
        }
        all.platform.links().stream()
                .filter(link -> link.kind().equals(ROUTES) && all.isService(link.to()))
                .forEach(link -> all.route(link.to()));
        return all;
    }

    private boolean isService(int asset) {
        return platform.asset(asset).kind().equals("Service");
    }

    private void route(int service) {
        routed.add(platform.asset(service).namespace());
        platform.linksFrom(service).stream()
                .filter(link -> link.kind().equals("exposes"))
                .forEach(link -> behind.add(link.to()));
    }

    /** In the order of the cluster's pods. */
    public List<Door> all() {
        return List.copyOf(doors);
    }

    /** The namespaces that have a Service to which a route leads. */
    public SortedSet<String> routedNamespaces() {
        return new TreeSet<>(routed);
    }

    /** Whether a route leads to the workload already. */
    public boolean isRouted(int asset) {
        return behind.contains(asset);
    }

    /** Whether one of its gateways takes routes of a namespace; where that hangs on labels, it may. */
    public boolean takesRoutes(Door door, String namespace) {
        return door.gateways().stream().anyMatch(gateway -> takesRoutes(gateway, namespace));
    }

    private boolean takesRoutes(int gateway, String namespace) {
        Asset asset = platform.asset(gateway);
        return snapshot.trees().root(gateway).stream()
                .flatMap(root -> (asset.group().equals("networking.istio.io")
                                ? root.at("spec", "servers")
                                : root.at("spec", "listeners"))
                        .items().stream())
                .anyMatch(listener -> asset.group().equals("networking.istio.io")
                        ? exports(listener, asset.namespace(), namespace)
                        : allows(listener, asset.namespace(), namespace));
    }

    /** Hosts of Istio's Gateway may name the namespace that a VirtualService must be in: {@code team/app.example} (Gateway, Server.hosts). */
    private static boolean exports(Node server, String own, String namespace) {
        return server.get("hosts").items().stream().anyMatch(host -> {
            String text = host.text("");
            int slash = text.indexOf('/');
            String wanted = slash < 0 ? "*" : text.substring(0, slash);
            return wanted.equals("*") || wanted.equals(namespace) || (wanted.equals(".") && own.equals(namespace));
        });
    }

    /** A listener of the Gateway API takes routes of its own namespace unless it says otherwise (AllowedRoutes). */
    private static boolean allows(Node listener, String own, String namespace) {
        return switch (listener.at("allowedRoutes", "namespaces", "from").text("Same")) {
            case "All", "Selector" -> true;
            case "Same" -> own.equals(namespace);
            case String _ -> false;
        };
    }
}
