package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.intended.EndNames;
import dev.bartizan.network.intended.Traffic;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the policies: for each segment of workloads one, with a rule for each of its peers. */
final class Synthesis {
    /** Their pods are the cluster's own; who isolates them had better know each of them. */
    private static final Set<String> LEFT_ALONE = Set.of("kube-system", "kube-public", "kube-node-lease");

    private final Segments segments;
    private final Peers peers;
    private final EndNames names;
    private final Map<Integer, Map<String, Draft>> ingress = new HashMap<>();
    private final Map<Integer, Map<String, Draft>> egress = new HashMap<>();
    private final List<Traffic> kept = new ArrayList<>();
    private final List<Breakage> breakages = new ArrayList<>();

    private static final class Draft {
        private final RulePeer peer;
        private final Set<Reason> reasons = new LinkedHashSet<>();
        private PortSet ports = PortSet.NONE;

        Draft(RulePeer peer) {
            this.peer = peer;
        }

        void add(Traffic traffic) {
            ports = ports.union(traffic.ports());
            reasons.add(traffic.reason());
        }

        SuggestedRule finished() {
            return new SuggestedRule(peer, ports, List.copyOf(reasons));
        }
    }

    /**
     * What is to be applied.
     *
     * @param namespaces that are isolated
     * @param kept the traffic that the policies are to allow
     * @param breakages the traffic that they cannot
     * @param meshRoots namespaces whose policies of the mesh hold everywhere
     */
    record Answer(
            Cluster cluster,
            SortedSet<String> namespaces,
            Segments segments,
            Peers peers,
            Map<String, List<SuggestedPolicy>> policies,
            List<Traffic> kept,
            List<Breakage> breakages,
            Set<String> meshRoots) {

        /** Of a namespace, by their pods. */
        List<SuggestedPolicy> policies(String namespace) {
            return policies.getOrDefault(namespace, List.of());
        }

        int count() {
            return policies.values().stream().mapToInt(List::size).sum();
        }
    }

    private Synthesis(Cluster cluster, Segments segments, Peers peers) {
        this.segments = segments;
        this.peers = peers;
        this.names = new EndNames(cluster);
    }

    /**
     * For some traffic.
     *
     * @param taken policies whose names are not free
     * @param meshRoots namespaces whose policies of the mesh hold everywhere
     */
    static Answer run(
            Cluster cluster,
            Segments segments,
            Peers peers,
            List<Traffic> traffic,
            List<Policy> taken,
            Set<String> meshRoots) {
        var synthesis = new Synthesis(cluster, segments, peers);
        traffic.forEach(synthesis::add);
        var namespaces = new TreeSet<String>();
        segments.all().stream()
                .map(Segment::namespace)
                .filter(namespace -> !LEFT_ALONE.contains(namespace))
                .forEach(namespaces::add);
        return new Answer(
                cluster,
                namespaces,
                segments,
                peers,
                synthesis.policies(taken),
                synthesis.kept,
                synthesis.breakages,
                meshRoots);
    }

    private void add(Traffic traffic) {
        List<RulePeer> from = peers.of(traffic.from());
        List<RulePeer> to = peers.of(traffic.to());
        if (from.isEmpty() || to.isEmpty() || traffic.ports().isEmpty()) {
            if (isBound(traffic.from()) || isBound(traffic.to())) {
                breakages.add(broken(traffic, from.isEmpty() ? traffic.from() : traffic.to()));
            }
            return;
        }
        kept.add(traffic);
        for (RulePeer sender : from) {
            for (RulePeer receiver : to) {
                rule(sender, receiver, egress, traffic);
                rule(receiver, sender, ingress, traffic);
            }
        }
    }

    /** Whether policies will bind it. */
    private boolean isBound(End end) {
        return end instanceof End.Workload(var pod)
                && segments.of(pod)
                        .map(segment -> !LEFT_ALONE.contains(segment.namespace()))
                        .orElse(false);
    }

    private Breakage broken(Traffic traffic, End unknown) {
        String remedy = traffic.ports().isEmpty()
                ? "the port is not known: no container gives this name to one"
                : peers.remedy(unknown);
        return new Breakage(traffic, names.of(traffic.from()), names.of(traffic.to()), names.of(unknown), remedy);
    }

    private static void rule(
            RulePeer subject, RulePeer other, Map<Integer, Map<String, Draft>> rules, Traffic traffic) {
        if (subject instanceof RulePeer.Pods(var segment) && !LEFT_ALONE.contains(segment.namespace())) {
            rules.computeIfAbsent(segment.index(), key -> new TreeMap<>())
                    .computeIfAbsent(other.sortKey(), key -> new Draft(other))
                    .add(traffic);
        }
    }

    private Map<String, List<SuggestedPolicy>> policies(List<Policy> taken) {
        var policies = new TreeMap<String, List<SuggestedPolicy>>();
        var names = new PolicyNames(taken);
        for (Segment segment : segments.all()) {
            List<SuggestedRule> in = rules(ingress, segment);
            List<SuggestedRule> out = rules(egress, segment);
            if (!in.isEmpty() || !out.isEmpty()) {
                policies.computeIfAbsent(segment.namespace(), key -> new ArrayList<>())
                        .add(new SuggestedPolicy(names.of(segment.namespace(), segment.name()), segment, in, out));
            }
        }
        return policies;
    }

    private static List<SuggestedRule> rules(Map<Integer, Map<String, Draft>> drafts, Segment segment) {
        return drafts.getOrDefault(segment.index(), Map.of()).values().stream()
                .map(Draft::finished)
                .toList();
    }
}
