package dev.bartizan.network.exposure;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of each pod which others the rules would let through that do not exist yet. Each selector of a rule stands for all pods that could be made like it; it
 * is left out where one that exists stands for it already, and where the pod is open to the entire cluster anyway.
 */
public final class Exposures {
    /** Whose peers are written as selectors of apimachinery, below {@code from} and {@code to}. */
    private static final Set<Tier> SELECTING = Set.of(Tier.ADMIN, Tier.NAMESPACE, Tier.BASELINE);

    private final Snapshot snapshot;
    private final Cluster cluster;
    private final List<Representative> representatives;
    private final Map<SideExposure.Question, Exposed> known = new HashMap<>();

    private Exposures(Snapshot snapshot, Cluster cluster) {
        this.snapshot = snapshot;
        this.cluster = cluster;
        this.representatives = representatives();
    }

    public static Exposures of(Snapshot snapshot, Cluster cluster) {
        return new Exposures(snapshot, cluster);
    }

    /** Of one side of a pod, by its number in the cluster. */
    public Exposed of(int pod, Direction direction) {
        Pod asked = cluster.pods().get(pod);
        List<Policy> about = cluster.policies().stream()
                .filter(policy -> policy.tier().layer() == Layer.NETWORK)
                .filter(policy -> policy.isolates().contains(direction) || hasRules(policy, direction))
                .filter(policy -> isMeant(policy.subject(), asked))
                .sorted(Comparator.comparing(Policy::tier)
                        .thenComparing(Policy::rank)
                        .thenComparing(Policy::id))
                .toList();
        var question = new SideExposure.Question(about.stream().map(Policy::id).toList(), direction, asked.ports());
        return known.computeIfAbsent(
                question, key -> new SideExposure(about, direction, asked.ports()).of(representatives));
    }

    private static boolean hasRules(Policy policy, Direction direction) {
        return policy.rules().stream().anyMatch(rule -> rule.direction() == direction);
    }

    private boolean isMeant(PodMatch match, Pod pod) {
        return match.admits(pod.namespace(), cluster.namespaces().getOrDefault(pod.namespace(), Map.of()))
                && match.pods().matches(pod.labels());
    }

    /** Of all rules, each selector once. */
    private List<Representative> representatives() {
        var all = new LinkedHashMap<Representative.Meant, Representative>();
        for (Policy policy : cluster.policies()) {
            if (SELECTING.contains(policy.tier())) {
                Optional<Node> root = snapshot.platform().index(policy.id()).flatMap(snapshot.trees()::root);
                root.ifPresent(node -> policy.rules().forEach(rule -> add(policy, rule, node, all)));
            }
        }
        return all.values().stream()
                .filter(each -> !each.isEntireCluster())
                .filter(each -> !each.isNarrow() || cluster.pods().stream().noneMatch(pod -> exists(each, pod)))
                .toList();
    }

    private boolean exists(Representative representative, Pod pod) {
        return representative.isMet(pod.labels(), cluster.namespaces().getOrDefault(pod.namespace(), Map.of()));
    }

    private static void add(Policy policy, Rule rule, Node root, Map<Representative.Meant, Representative> all) {
        String namespace = policy.name().substring(0, Math.max(0, policy.name().indexOf('/')));
        List<WrittenPeer> written = written(policy, rule, root).stream()
                .flatMap(peer -> WrittenPeer.of(peer, namespace).stream())
                .toList();
        List<PodMatch> matches = new ArrayList<>();
        for (PeerMatch peer : rule.peers()) {
            if (peer instanceof PeerMatch.Pods(var match)) {
                matches.add(match);
            }
        }
        for (int i = 0; i < Math.min(written.size(), matches.size()); i++) {
            var representative = Representative.of(matches.get(i), written.get(i));
            all.putIfAbsent(representative.meant(), representative);
        }
    }

    private static List<Node> written(Policy policy, Rule rule, Node root) {
        String base = policy.location().pointer();
        String pointer = rule.location().pointer();
        if (!pointer.startsWith(base)) {
            return List.of();
        }
        Node node = Pointer.find(root, pointer.substring(base.length()));
        return node.get(rule.direction() == Direction.INGRESS ? "from" : "to").items();
    }
}
