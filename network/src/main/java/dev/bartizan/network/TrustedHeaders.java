package dev.bartizan.network;

import dev.bartizan.graph.Link;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.Connection.RequestLimit;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds who reaches a workload past the gateway that it believes: because no policy stands before it, or one that leaves out a port, or the mesh takes plain text,
 * or there is no proxy. Addresses outside are left out: they come through the gateway. So are
 * workloads that believe the same header themselves.
 */
public final class TrustedHeaders {
    private static final String TRUSTS = "trusts-header";

    private final Snapshot snapshot;
    private final Connectivity connectivity;
    private final Map<Integer, List<Peer>> peersOfAsset;

    private TrustedHeaders(Snapshot snapshot, Connectivity connectivity) {
        this.snapshot = snapshot;
        this.connectivity = connectivity;
        this.peersOfAsset = connectivity.byAsset();
    }

    /** Every workload that believes a header, by its label. */
    public static List<TrustedHeader> of(Snapshot snapshot, Connectivity connectivity) {
        var trusting = new TrustedHeaders(snapshot, connectivity);
        var believed = new LinkedHashMap<Integer, List<Link>>();
        snapshot.platform().links().stream()
                .filter(link -> link.kind().equals(TRUSTS))
                .forEach(link -> believed.computeIfAbsent(link.from(), asset -> new ArrayList<>())
                        .add(link));
        return believed.isEmpty() ? List.of() : trusting.find(believed);
    }

    private List<TrustedHeader> find(Map<Integer, List<Link>> believed) {
        List<Peer> senders =
                connectivity.peers().stream().filter(peer -> !peer.isExternal()).toList();
        Reaches reaches = connectivity.reaches();
        var found = new ArrayList<TrustedHeader>();
        believed.forEach((asset, links) -> {
            List<Integer> gateways =
                    links.stream().map(Link::to).distinct().sorted().toList();
            List<Peer> others = senders.stream()
                    .filter(sender -> !passesOn(sender, asset, believed.keySet()))
                    .toList();
            for (Peer workload : peersOfAsset.getOrDefault(asset, List.of())) {
                found.add(of(asset, workload, gateways, links.getFirst(), others, reaches));
            }
        });
        found.sort((one, other) -> one.workload().compareTo(other.workload()));
        return found;
    }

    /** Whoever believes the same header himself passes it on, and is found himself where somebody else can send it to him. */
    private boolean passesOn(Peer sender, int asset, Set<Integer> believing) {
        return believing.stream()
                .filter(other -> headers(other).equals(headers(asset)))
                .anyMatch(other -> peersOfAsset.getOrDefault(other, List.of()).contains(sender));
    }

    private TrustedHeader of(
            int asset, Peer workload, List<Integer> gateways, Link link, List<Peer> senders, Reaches reaches) {
        Set<Peer> proxies = proxies(gateways);
        Ports served = served(asset, workload, proxies, reaches);
        String headers = headers(asset);
        var past = new ArrayList<Connection>();
        for (Peer sender : senders) {
            if (!sender.equals(workload) && !proxies.contains(sender)) {
                Connection open = open(sender, workload, served, headers, reaches);
                if (!open.access().isNone()) {
                    past.add(open);
                }
            }
        }
        return new TrustedHeader(asset, workload, headers, gateways, List.copyOf(proxies), past, link.evidence());
    }

    private String headers(int asset) {
        return snapshot.platform().property(asset, TRUSTS).orElse("");
    }

    /** Those of the ports that are served, where not every request is refused that brings the header along. */
    private static Connection open(Peer sender, Peer workload, Ports served, String headers, Reaches reaches) {
        Access access = reaches.of(sender).to(workload);
        Ports allowed = access.allowed().and(served);
        for (RequestLimit limit : access.limits()) {
            allowed = refuses(limit, headers) ? allowed.without(limit.ports()) : allowed;
        }
        return new Connection(sender, workload, allowed, access.depends().and(served), List.of());
    }

    private static boolean refuses(RequestLimit limit, String headers) {
        return Arrays.stream(headers.split(", "))
                .allMatch(header -> limit.without().contains("if header [" + header + "] is one of [*]")
                        || (!limit.only().isEmpty()
                                && limit.only().stream()
                                        .allMatch(only -> only.contains("if header [" + header + "] is none of [*]"))));
    }

    /** A gateway of Istio is carried by the pods that its selector names. */
    private Set<Peer> proxies(List<Integer> gateways) {
        var proxies = new TreeSet<Peer>();
        for (int gateway : gateways) {
            for (Link link : snapshot.platform().linksTo(gateway)) {
                if (link.kind().equals("routes")) {
                    proxies.addAll(peersOfAsset.getOrDefault(link.from(), List.of()));
                }
            }
        }
        return proxies;
    }

    /** The ports that its containers declare, of those that the proxies may open; all of these when it declares none. */
    private Ports served(int asset, Peer workload, Set<Peer> proxies, Reaches reaches) {
        Ports declared = declared(asset);
        Ports led = proxies.stream()
                .map(proxy -> reaches.of(proxy).to(workload))
                .map(access -> access.allowed().or(access.depends()))
                .reduce(Ports.NONE, Ports::or);
        Ports both = declared.and(led);
        return both.isEmpty() ? declared : both;
    }

    private Ports declared(int asset) {
        Ports declared = Ports.NONE;
        for (PodTemplate template : snapshot.trees().pods()) {
            if (template.asset() == asset) {
                List<Node> containers = template.shape() == Shape.CONTAINER
                        ? List.of(template.spec())
                        : template.spec().get("containers").items();
                for (Node container : containers) {
                    declared = declared.or(declared(container));
                }
            }
        }
        return declared.isEmpty() ? Ports.ALL_TCP : declared;
    }

    private static Ports declared(Node container) {
        Ports declared = Ports.NONE;
        for (Node port : container.get("ports").items()) {
            boolean isTcp = port.get("protocol").text("TCP").equals("TCP");
            String number = port.get("containerPort").text("");
            if (isTcp && number.matches("[1-9][0-9]{0,4}") && Integer.parseInt(number) <= PortMatch.LAST) {
                declared = declared.or(Ports.of(Protocol.TCP, Integer.parseInt(number)));
            }
        }
        return declared;
    }
}
