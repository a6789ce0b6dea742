package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which pods of a cluster are meant. Pods that no policy sees as pods never are. */
final class PodMatches {
    private final LabelIndex pods;
    private final LabelIndex namespaces;
    private final List<String> names;
    private final Map<String, BitSet> podsOfNamespace = new TreeMap<>();
    private final Map<LabelExpression, BitSet> podsOfLabels = new HashMap<>();
    private final Map<LabelExpression, BitSet> podsOfNamespaces = new HashMap<>();

    PodMatches(Cluster cluster, Assumptions assumptions) {
        this.names = List.copyOf(cluster.namespaces().keySet());
        this.namespaces = new LabelIndex(List.copyOf(cluster.namespaces().values()));
        this.pods = new LabelIndex(cluster.pods().stream().map(PodMatches::seen).toList());
        for (int i = 0; i < cluster.pods().size(); i++) {
            Pod pod = cluster.pods().get(i);
            if (!pod.isOnHostNetwork() || !assumptions.hostNetworkIsNode()) {
                podsOfNamespace
                        .computeIfAbsent(pod.namespace(), key -> new BitSet())
                        .set(i);
            }
        }
    }

    private static Map<String, String> seen(Pod pod) {
        if (pod.attributes().isEmpty()) {
            return pod.labels();
        }
        var seen = new HashMap<>(pod.labels());
        seen.putAll(pod.attributes());
        return seen;
    }

    /** Their numbers. */
    BitSet matching(PodMatch match) {
        var matching = (BitSet) inNamespaces(match).clone();
        matching.and(podsOfLabels.computeIfAbsent(match.pods(), pods::matching));
        return matching;
    }

    private BitSet inNamespaces(PodMatch match) {
        if (match.namespace().isEmpty()) {
            return podsOfNamespaces.computeIfAbsent(match.namespaces(), this::across);
        }
        BitSet only = podsOfNamespace.getOrDefault(match.namespace().get(), new BitSet());
        int number = names.indexOf(match.namespace().get());
        boolean isMeant = match.namespaces().equals(LabelSelector.EVERYTHING)
                || (number >= 0 && namespaces.matching(match.namespaces()).get(number));
        return isMeant ? only : new BitSet();
    }

    private BitSet across(LabelExpression labels) {
        var all = new BitSet();
        namespaces.matching(labels).stream()
                .forEach(number -> all.or(podsOfNamespace.getOrDefault(names.get(number), new BitSet())));
        return all;
    }
}
