package dev.bartizan.network;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Hearings;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.entries.Entry;
import dev.bartizan.network.forms.Quoting;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the controller of ingresses and gateways passes on, where no manifest names its pods. Policies see it as they would any pod without labels of a namespace
 * that nobody knows; what they say of its own egress does not count, as whoever runs it will let it reach its backends.
 */
final class Entrance {
    /** Whose pods do what ingresses and gateways ask for. */
    private static final Set<String> CONTROLLERS =
            Set.of("ingress-nginx", "traefik", "kong", "haproxy", "envoy-gateway", "istio-gateway");

    private static final String NAMESPACE = "ingress-controller-ns";
    private static final String NAME = "ingress-controller";
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final Peer controller;
    private final SortedMap<Peer, Connection> connections = new TreeMap<>();
    private final Map<Peer, List<Hearing>> heard = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Entry> entries;
    private final List<Peer> pods;

    private Entrance(List<Entry> entries, List<Peer> pods, int party) {
        this.entries = entries;
        this.pods = pods;
        this.controller = Peer.placeholder(NAME, party);
    }

    /** @param entries empty when no stand-in is needed */
    static Entrance of(Cluster cluster, Assumptions assumptions, List<Entry> entries, List<Peer> pods) {
        if (entries.isEmpty()) {
            return new Entrance(entries, pods, -1);
        }
        Engine engine = Engine.of(withController(cluster), assumptions);
        var entrance = new Entrance(entries, pods, engine.partyOf(cluster.pods().size()));
        entrance.ask(engine);
        return entrance;
    }

    private static Cluster withController(Cluster cluster) {
        var namespaces = new TreeMap<>(cluster.namespaces());
        namespaces.putIfAbsent(NAMESPACE, Map.of(NAME_LABEL, NAMESPACE));
        var pods = new ArrayList<>(cluster.pods());
        pods.add(new Pod(-1, NAMESPACE, NAME, "", Map.of(), Map.of(Pod.NAMESPACE, NAMESPACE), new TreeMap<>(), false));
        return new Cluster(pods, namespaces, cluster.policies());
    }

    /** Whether the platform has a workload that does what ingresses ask for. */
    static boolean isKnown(Snapshot snapshot) {
        Set<String> workloads = Set.of("Deployment", "DaemonSet", "StatefulSet", "Pod");
        return snapshot.platform().assets().stream()
                .filter(asset -> workloads.contains(asset.kind()))
                .map(Asset::classification)
                .anyMatch(known -> known.component().map(CONTROLLERS::contains).orElse(false));
    }

    private void ask(Engine engine) {
        Hearings hearings = engine.hearings();
        var allowed = new TreeMap<Peer, Ports>();
        var depends = new TreeMap<Peer, Ports>();
        for (Entry entry : entries) {
            Peer receiver = pods.get(entry.pod());
            List<Hearing> all = heard.computeIfAbsent(
                    receiver, pod -> hearings.of(controller.party(), engine.partyOf(entry.pod())));
            Ports sure = within(entry, all, Verdict.ALLOWED);
            Ports open = within(entry, all, Verdict.DEPENDS);
            allowed.merge(receiver, sure, Ports::or);
            depends.merge(receiver, open, Ports::or);
            if (sure.isEmpty() && open.isEmpty() && !entry.ports().isEmpty()) {
                notices.add(Quoting.printable(entry.name()) + " leads to " + receiver.label()
                        + ", but policies let no pod of an unknown namespace in: what its controller passes on is not"
                        + " listed"
                        + place(entry) + ".");
            }
        }
        allowed.forEach((receiver, ports) -> {
            var access = new Access(ports, depends.getOrDefault(receiver, Ports.NONE));
            if (!access.isNone()) {
                connections.put(receiver, Connection.of(controller, receiver, access));
            }
        });
    }

    private static Ports within(Entry entry, List<Hearing> heard, Verdict verdict) {
        var open = new ArrayList<PortMatch.Range>();
        for (int port : entry.ports()) {
            heard.stream()
                    .filter(hearing -> hearing.ingress().verdict() == verdict)
                    .filter(hearing -> new Ports(hearing.ports()).contains(Protocol.TCP, port))
                    .forEach(hearing -> open.add(new PortMatch.Range(Protocol.TCP, port, port)));
        }
        return new Ports(Ports.joined(open));
    }

    /** The stand-in for its pods. */
    Peer controller() {
        return controller;
    }

    /** By receiver. */
    List<Connection> connections() {
        return List.copyOf(connections.values());
    }

    /** What is meant to come in and does not. */
    List<String> notices() {
        return notices;
    }

    Connection to(Peer receiver) {
        return connections.getOrDefault(receiver, Connection.of(controller, receiver, Access.NONE));
    }

    /** All that policies say of what it passes on to a receiver. */
    List<Hearing> heard(Peer receiver) {
        return heard.getOrDefault(receiver, List.of());
    }

    /** What leads to a receiver. */
    List<Entry> entries(Peer receiver) {
        return entries.stream()
                .filter(entry -> pods.get(entry.pod()).equals(receiver))
                .toList();
    }

    /** Which objects lead to a pod, in lines for a reader. */
    List<String> explain(Peer receiver) {
        Connection connection = to(receiver);
        var lines = new ArrayList<String>();
        lines.add(controller.label() + " => " + receiver.label());
        lines.add("");
        lines.add(connection.access().toString());
        entries(receiver)
                .forEach(entry -> lines.add(
                        "  " + Quoting.printable(entry.name()) + " leads to ports " + entry.ports() + place(entry)));
        return lines;
    }

    private static String place(Entry entry) {
        return " (" + entry.location().file() + ":" + entry.location().line() + ")";
    }
}
