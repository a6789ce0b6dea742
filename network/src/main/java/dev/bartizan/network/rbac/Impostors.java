package dev.bartizan.network.rbac;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pods that somebody could start in a namespace to get past policies: with the labels that let others in, and those that let pods of the namespace out. Which
 * of them does get past is for the engine to say.
 */
public final class Impostors {
    private static final int MOST_IMPOSTORS = 5_000;
    private static final int MOST_LABELS = 200;
    private static final int MOST_ACCOUNTS = 4;

    private final Cluster cluster;

    Impostors(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The cluster with the pods that somebody could start or label, behind its own; not all of very many. */
    public static Cluster joined(Cluster cluster, Powers powers) {
        var impostors = new Impostors(cluster);
        var more = new ArrayList<Pod>();
        cluster.namespaces().keySet().stream()
                .filter(namespace -> isOpen(powers, namespace) && more.size() < MOST_IMPOSTORS)
                .forEach(namespace -> more.addAll(impostors.in(namespace)));
        var pods = new ArrayList<>(cluster.pods());
        pods.addAll(more);
        return new Cluster(pods, cluster.namespaces(), cluster.policies());
    }

    private static boolean isOpen(Powers powers, String namespace) {
        return !powers.holders(Power.CREATE_POD, namespace).isEmpty()
                || !powers.holders(Power.LABEL_POD, namespace).isEmpty();
    }

    /** Of one namespace; each with other labels, or in the name of another service account. */
    private List<Pod> in(String namespace) {
        Set<Map<String, String>> labels = labels(namespace);
        var pods = new ArrayList<Pod>();
        for (Map<String, String> attributes : attributes(namespace)) {
            labels.forEach(each ->
                    pods.add(new Pod(0, namespace, "impostor", "Pod", each, attributes, new TreeMap<>(), false)));
        }
        return pods;
    }

    /** What pods of the namespace are besides their labels, for one may take their service accounts. */
    private Set<Map<String, String>> attributes(String namespace) {
        var found = new LinkedHashSet<Map<String, String>>();
        cluster.pods().stream()
                .filter(pod -> pod.namespace().equals(namespace))
                .map(Pod::attributes)
                .distinct()
                .limit(MOST_ACCOUNTS)
                .forEach(found::add);
        found.add(Map.of(Pod.NAMESPACE, namespace, Pod.SERVICE_ACCOUNT, "default"));
        return found;
    }

    private Set<Map<String, String>> labels(String namespace) {
        var out = new LinkedHashSet<Map<String, String>>(List.of(Map.of()));
        var in = new LinkedHashSet<Map<String, String>>(List.of(Map.of()));
        for (Policy policy : cluster.policies()) {
            if (admits(policy.subject(), namespace)) {
                add(policy.subject().pods(), out);
            }
            for (Rule rule : policy.rules()) {
                if (rule.direction() == Direction.INGRESS) {
                    rule.peers().forEach(peer -> collect(peer, namespace, in));
                }
            }
        }
        var both = new LinkedHashSet<Map<String, String>>();
        for (Map<String, String> one : in) {
            for (Map<String, String> other : out) {
                if (both.size() < MOST_LABELS) {
                    joined(one, other).ifPresent(both::add);
                }
            }
        }
        return both;
    }

    private void collect(PeerMatch peer, String namespace, Set<Map<String, String>> into) {
        switch (peer) {
            case PeerMatch.Pods(var match) -> {
                if (admits(match, namespace)) {
                    add(match.pods(), into);
                }
            }
            case PeerMatch.AllOf(var parts) -> parts.forEach(part -> collect(part, namespace, into));
            case PeerMatch.Not _,
                    PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> {}
        }
    }

    private boolean admits(PodMatch match, String namespace) {
        return match.admits(namespace, cluster.namespaces().getOrDefault(namespace, Map.of()));
    }

    private static void add(LabelExpression expression, Set<Map<String, String>> into) {
        into.add(FewestLabels.meeting(expression));
    }

    private static Optional<Map<String, String>> joined(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        for (Map.Entry<String, String> entry : other.entrySet()) {
            String known = both.putIfAbsent(entry.getKey(), entry.getValue());
            if (known != null && !known.equals(entry.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(both);
    }
}
