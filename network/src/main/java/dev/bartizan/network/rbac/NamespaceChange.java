package dev.bartizan.network.rbac;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Labels that somebody could give to a namespace so that policies mean it.
 *
 * @param added what it does not have today
 */
public record NamespaceChange(String namespace, Map<String, String> added) {
    /** The API server sets it, and lets nobody change it. */
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public NamespaceChange {
        added = new TreeMap<>(added);
    }

    /** One for each selector of namespaces that does not mean a namespace today and that somebody could make mean it. */
    public static List<NamespaceChange> of(Cluster cluster, Powers powers) {
        Set<LabelExpression> asked = new LinkedHashSet<>();
        for (Policy policy : cluster.policies()) {
            asked.add(policy.subject().namespaces());
            policy.rules().forEach(rule -> rule.peers().forEach(peer -> collect(peer, asked)));
        }
        var changes = new ArrayList<NamespaceChange>();
        cluster.namespaces().forEach((namespace, labels) -> {
            if (!powers.holders(Power.LABEL_NAMESPACE, namespace).isEmpty()) {
                asked.stream()
                        .filter(expression -> !expression.matches(labels))
                        .map(expression -> change(namespace, labels, expression))
                        .filter(change -> !change.added().isEmpty())
                        .distinct()
                        .forEach(changes::add);
            }
        });
        return changes;
    }

    private static void collect(PeerMatch peer, Set<LabelExpression> into) {
        switch (peer) {
            case PeerMatch.Pods(var match) -> into.add(match.namespaces());
            case PeerMatch.AllOf(var parts) -> parts.forEach(part -> collect(part, into));
            case PeerMatch.Not _,
                    PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> {}
        }
    }

    /** With nothing added when that does not do it. */
    private static NamespaceChange change(String namespace, Map<String, String> labels, LabelExpression expression) {
        var added = new HashMap<>(FewestLabels.meeting(expression));
        added.keySet().removeIf(key -> added.getOrDefault(key, "").equals(labels.get(key)));
        var all = new HashMap<>(labels);
        all.putAll(added);
        boolean isDone = !added.containsKey(NAME_LABEL) && expression.matches(all);
        return new NamespaceChange(namespace, isDone ? added : Map.of());
    }

    /** The cluster as it is then. */
    public Cluster applied(Cluster cluster) {
        var namespaces = new TreeMap<>(cluster.namespaces());
        var labels = new HashMap<>(namespaces.getOrDefault(namespace, Map.of()));
        labels.putAll(added);
        namespaces.put(namespace, labels);
        return new Cluster(cluster.pods(), namespaces, cluster.policies());
    }

    /** The call, as a sentence begins. */
    public String call() {
        return "label the namespace " + namespace + " with " + Calls.text(added);
    }
}
