package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.intended.Traffic;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each pod is to reach and who is to reach it. */
final class Expected {
    private static final PortSet DNS = PortSet.of(Protocol.UDP, 53).union(PortSet.of(Protocol.TCP, 53));

    private final Cluster cluster;
    private final Map<Integer, Map<Integer, PortSet>> pods = new HashMap<>();
    private final Map<Integer, List<Outside>> out = new HashMap<>();
    private final Map<Integer, List<Outside>> in = new HashMap<>();

    private record Outside(AddressRange range, PortSet ports) {}

    Expected(Cluster cluster, List<Traffic> kept, KnownAddresses known) {
        this.cluster = cluster;
        for (Traffic traffic : kept) {
            if (traffic.from() instanceof End.Workload(var from)) {
                if (traffic.to() instanceof End.Workload(var to)) {
                    pods.computeIfAbsent(from, key -> new TreeMap<>()).merge(to, traffic.ports(), PortSet::union);
                } else {
                    add(out, from, ranges(traffic.to(), known), traffic.ports());
                }
            } else if (traffic.to() instanceof End.Workload(var to)) {
                add(in, to, ranges(traffic.from(), known), traffic.ports());
            }
        }
    }

    private static List<AddressRange> ranges(End end, KnownAddresses known) {
        return switch (end) {
            case End.Block(var range) -> List.of(range);
            case End.ApiServer() -> known.apiServer();
            case End.Nodes() -> known.nodes();
            case End.Workload _, End.Domain _, End.Internet _, End.NameService _, End.Unnamed _ -> List.of();
        };
    }

    private static void add(Map<Integer, List<Outside>> sides, int pod, List<AddressRange> ranges, PortSet ports) {
        ranges.forEach(
                range -> sides.computeIfAbsent(pod, key -> new ArrayList<>()).add(new Outside(range, ports)));
    }

    /** By the index of the receiving pod. */
    Map<Integer, PortSet> from(int pod) {
        return pods.getOrDefault(pod, Map.of());
    }

    PortSet between(int from, int to) {
        PortSet meant = from(from).getOrDefault(to, PortSet.NONE);
        return isNameService(cluster.pods().get(to)) ? meant.union(DNS) : meant;
    }

    private static boolean isNameService(Pod pod) {
        return pod.namespace().equals("kube-system")
                && pod.labels().getOrDefault("k8s-app", "").equals("kube-dns");
    }

    PortSet to(int pod, AddressRange outside) {
        return ports(out, pod, outside);
    }

    PortSet from(AddressRange outside, int pod) {
        return ports(in, pod, outside);
    }

    private static PortSet ports(Map<Integer, List<Outside>> sides, int pod, AddressRange outside) {
        return sides.getOrDefault(pod, List.of()).stream()
                .filter(side -> side.range().contains(outside))
                .map(Outside::ports)
                .reduce(PortSet.NONE, PortSet::union);
    }
}
