package dev.bartizan.network.headers;

import dev.bartizan.graph.Link;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Limit;
import dev.bartizan.network.engine.RequestLimits;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Sweep;
import dev.bartizan.network.headers.TrustedHeader.Opening;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Requests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds who reaches a workload past the gateway that it believes: because no policy stands before it, or one that leaves out a port, or the mesh takes plain text,
 * or there is no proxy. Addresses outside are left out: they come through the gateway. So are workloads that believe the same header themselves.
 */
public final class TrustedHeaders {
    private static final String TRUSTS = "trusts-header";

    private final Snapshot snapshot;
    private final Engine engine;
    private final Sweep sweep;
    private final RequestLimits limits;
    private final ServedPorts served;
    private final Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();
    private final Map<Integer, BitSet> podsOfClass = new HashMap<>();
    private final Map<Integer, Row> rows = new HashMap<>();

    private TrustedHeaders(Snapshot snapshot, Cluster cluster, Engine engine) {
        this.snapshot = snapshot;
        this.engine = engine;
        this.sweep = engine.sweep();
        this.limits = engine.requestLimits();
        this.served = new ServedPorts(snapshot);
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            podsOfAsset
                    .computeIfAbsent(cluster.pods().get(pod).asset(), key -> new ArrayList<>())
                    .add(pod);
            podsOfClass
                    .computeIfAbsent(engine.partyOf(pod), key -> new BitSet())
                    .set(pod);
        }
    }

    /** Every workload that believes a header, in the order of the cluster's pods. */
    public static List<TrustedHeader> of(Snapshot snapshot, Cluster cluster, Engine engine) {
        var believed = new LinkedHashMap<Integer, List<Link>>();
        snapshot.platform().links().stream()
                .filter(link -> link.kind().equals(TRUSTS))
                .forEach(link -> believed.computeIfAbsent(link.from(), asset -> new ArrayList<>())
                        .add(link));
        return believed.isEmpty() ? List.of() : new TrustedHeaders(snapshot, cluster, engine).find(believed);
    }

    private List<TrustedHeader> find(Map<Integer, List<Link>> believed) {
        var found = new ArrayList<TrustedHeader>();
        believed.forEach((asset, links) -> {
            List<Integer> gateways =
                    links.stream().map(Link::to).distinct().sorted().toList();
            var silent = new BitSet();
            believed.keySet().stream()
                    .filter(other -> headers(other).equals(headers(asset)))
                    .flatMap(other -> podsOfAsset.getOrDefault(other, List.of()).stream())
                    .forEach(silent::set);
            for (int pod : podsOfAsset.getOrDefault(asset, List.of())) {
                found.add(of(asset, pod, gateways, links.getFirst(), silent));
            }
        });
        found.sort((one, other) -> Integer.compare(one.pod(), other.pod()));
        return found;
    }

    /** @param passing pods that pass the header on: those that believe it too are found themselves where somebody else can send it to them */
    private TrustedHeader of(int asset, int pod, List<Integer> gateways, Link link, BitSet passing) {
        Set<Integer> proxies = proxies(gateways);
        int receiver = engine.partyOf(pod);
        PortSet led = proxies.stream()
                .map(proxy -> row(engine.partyOf(proxy)))
                .map(row -> PortSet.of(row.allowed(receiver)).union(PortSet.of(row.depends(receiver))))
                .reduce(PortSet.NONE, PortSet::union);
        PortSet ports = served.of(asset, led);
        var past = new ArrayList<Opening>();
        podsOfClass.forEach((sender, pods) -> {
            var others = (BitSet) pods.clone();
            others.andNot(passing);
            proxies.forEach(others::clear);
            if (!others.isEmpty() && row(sender).reached().get(receiver)) {
                PortSet allowed = open(sender, receiver, ports, headers(asset));
                PortSet depends = PortSet.of(row(sender).depends(receiver)).intersect(ports);
                if (!allowed.isEmpty() || !depends.isEmpty()) {
                    others.stream().forEach(other -> past.add(new Opening(other, allowed, depends)));
                }
            }
        });
        past.sort((one, other) -> Integer.compare(one.pod(), other.pod()));
        return new TrustedHeader(asset, pod, headers(asset), gateways, List.copyOf(proxies), past, link.evidence());
    }

    private Row row(int party) {
        return rows.computeIfAbsent(party, sweep::row);
    }

    private String headers(int asset) {
        return snapshot.platform().property(asset, TRUSTS).orElse("");
    }

    /** Those of the ports that are served, where not every request is refused that brings the header along. */
    private PortSet open(int sender, int receiver, PortSet ports, String headers) {
        PortSet allowed = PortSet.of(row(sender).allowed(receiver)).intersect(ports);
        if (!allowed.isEmpty()) {
            for (Limit limit : limits.of(sender, receiver)) {
                allowed = refuses(limit, headers) ? allowed.minus(PortSet.of(limit.ports())) : allowed;
            }
        }
        return allowed;
    }

    private static boolean refuses(Limit limit, String headers) {
        return Arrays.stream(headers.split(", "))
                .allMatch(header -> limit.without().stream().anyMatch(denied -> isAnyWith(header, denied))
                        || (!limit.only().isEmpty()
                                && limit.only().stream().allMatch(only -> isWithout(header, only))));
    }

    /** Every request that has the header. */
    private static boolean isAnyWith(String header, Requests requests) {
        return requests.methods().isEmpty()
                && requests.paths().isEmpty()
                && requests.hosts().isEmpty()
                && requests.conditions().equals(Set.of("header [" + header + "] is one of [*]"));
    }

    private static boolean isWithout(String header, Requests requests) {
        return requests.conditions().contains("header [" + header + "] is none of [*]");
    }

    /** A gateway of Istio is carried by the pods that its selector names. */
    private Set<Integer> proxies(List<Integer> gateways) {
        var proxies = new TreeSet<Integer>();
        for (int gateway : gateways) {
            for (Link link : snapshot.platform().linksTo(gateway)) {
                if (link.kind().equals("routes")) {
                    proxies.addAll(podsOfAsset.getOrDefault(link.from(), List.of()));
                }
            }
        }
        return proxies;
    }
}
