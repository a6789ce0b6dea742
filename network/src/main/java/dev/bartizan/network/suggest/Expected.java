package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.intended.End;
import dev.bartizan.network.intended.Traffic;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each endpoint is to reach and who is to reach it. */
final class Expected {
    private static final PortSet DNS = PortSet.of(Protocol.UDP, 53).union(PortSet.of(Protocol.TCP, 53));

    private final Endpoints endpoints;
    private final Engine engine;
    private final BitSet nameServices = new BitSet();
    private final Map<Integer, Map<Integer, PortSet>> within = new HashMap<>();
    private final Map<Integer, List<Outside>> out = new HashMap<>();
    private final Map<Integer, List<Outside>> in = new HashMap<>();

    private record Outside(RulePeer who, PortSet ports) {}

    /** @param peers who can name the ends of all that is kept */
    Expected(Cluster cluster, Endpoints endpoints, Engine engine, List<Traffic> kept, Peers peers) {
        this.endpoints = endpoints;
        this.engine = engine;
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            nameServices.set(endpoints.of(pod), isNameService(cluster.pods().get(pod)));
        }
        for (Traffic traffic : kept) {
            if (traffic.from() instanceof End.Workload(var from) && traffic.to() instanceof End.Workload(var to)) {
                within.computeIfAbsent(endpoints.of(from), key -> new TreeMap<>())
                        .merge(endpoints.of(to), traffic.ports(), PortSet::union);
            }
            if (traffic.from() instanceof End.Workload(var from)) {
                add(out, from, peers.of(traffic.to()), traffic.ports());
            }
            if (traffic.to() instanceof End.Workload(var to)) {
                add(in, to, peers.of(traffic.from()), traffic.ports());
            }
        }
    }

    private void add(Map<Integer, List<Outside>> sides, int pod, List<RulePeer> peers, PortSet ports) {
        for (RulePeer peer : peers) {
            if (!(peer instanceof RulePeer.Pods)) {
                sides.computeIfAbsent(endpoints.of(pod), key -> new ArrayList<>(1))
                        .add(new Outside(peer, ports));
            }
        }
    }

    private static boolean isNameService(Pod pod) {
        return pod.namespace().equals("kube-system")
                && pod.labels().getOrDefault("k8s-app", "").equals("kube-dns");
    }

    /** By the receiving endpoint. */
    Map<Integer, PortSet> from(int endpoint) {
        return within.getOrDefault(endpoint, Map.of());
    }

    PortSet between(int from, int to) {
        PortSet meant = from(from).getOrDefault(to, PortSet.NONE);
        return nameServices.get(to) ? meant.union(DNS) : meant;
    }

    /** To a party that is no pod. */
    PortSet toOutside(int endpoint, int party) {
        return ports(out, endpoint, party);
    }

    /** From a party that is no pod. */
    PortSet fromOutside(int party, int endpoint) {
        return ports(in, endpoint, party);
    }

    private PortSet ports(Map<Integer, List<Outside>> sides, int endpoint, int party) {
        PortSet ports = PortSet.NONE;
        for (Outside side : sides.getOrDefault(endpoint, List.of())) {
            if (isMeant(side.who(), party)) {
                ports = ports.union(side.ports());
            }
        }
        return ports;
    }

    private boolean isMeant(RulePeer peer, int party) {
        return switch (peer) {
            case RulePeer.Block(var range) ->
                engine.isOutsider(party) ? range.isAll() : range.contains(engine.addressesOf(party));
            case RulePeer.ApiServer() -> is(party, Outsider.Kind.API_SERVER, "");
            case RulePeer.Nodes() -> is(party, Outsider.Kind.NODES, "");
            case RulePeer.Domain(var name) -> is(party, Outsider.Kind.DOMAIN, name);
            case RulePeer.Pods _, RulePeer.NameService _ -> false;
        };
    }

    private boolean is(int party, Outsider.Kind kind, String name) {
        return engine.isOutsider(party) && engine.outsider(party).equals(new Outsider(kind, name));
    }
}
