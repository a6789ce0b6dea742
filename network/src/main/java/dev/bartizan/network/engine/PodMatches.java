package dev.bartizan.network.engine;

import dev.bartizan.network.engine.PodGroups.Group;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which groups of pods are meant. Pods that no policy sees as pods never are. Only those of the namespace, or those with one of the values that a selector
 * names, are looked at.
 */
final class PodMatches {
    private static final int[] NONE = {};

    private final List<Group> groups;
    private final Cluster cluster;
    private final int[] visible;
    private final Map<String, int[]> byNamespace = new HashMap<>();
    private final Map<String, Map<String, int[]>> byLabel = new HashMap<>();
    private final Map<LabelExpression, BitSet> inNamespaces = new HashMap<>();

    PodMatches(Cluster cluster, List<Group> groups, Assumptions assumptions) {
        this.cluster = cluster;
        this.groups = groups;
        this.visible = IntStream.range(0, groups.size())
                .filter(i -> !groups.get(i).isOnHostNetwork() || !assumptions.hostNetworkIsNode())
                .toArray();
        var lists = new HashMap<String, List<Integer>>();
        for (int i : visible) {
            lists.computeIfAbsent(groups.get(i).namespace(), key -> new ArrayList<>())
                    .add(i);
        }
        lists.forEach((namespace, list) -> byNamespace.put(namespace, array(list)));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Their numbers, rising. */
    int[] matching(PodMatch match) {
        int[] candidates = candidates(match);
        boolean isEverywhere = match.namespaces().equals(LabelSelector.EVERYTHING);
        BitSet admitted = isEverywhere ? new BitSet() : inNamespaces.computeIfAbsent(match.namespaces(), this::across);
        int[] matching = new int[candidates.length];
        int count = 0;
        for (int i : candidates) {
            Group group = groups.get(i);
            boolean isThere =
                    match.namespace().map(group.namespace()::equals).orElse(true) && (isEverywhere || admitted.get(i));
            if (isThere && match.pods().matches(group.labels())) {
                matching[count++] = i;
            }
        }
        return Arrays.copyOf(matching, count);
    }

    private int[] candidates(PodMatch match) {
        int[] best = match.namespace()
                .map(namespace -> byNamespace.getOrDefault(namespace, NONE))
                .orElse(visible);
        if (match.pods() instanceof LabelSelector selector) {
            for (Requirement requirement : selector.requirements()) {
                boolean isOne = requirement.operator() == Operator.IN
                        && requirement.values().size() == 1
                        && best.length > 1;
                if (isOne) {
                    int[] labelled = byLabel.computeIfAbsent(requirement.key(), this::byValue)
                            .getOrDefault(requirement.values().first(), NONE);
                    best = labelled.length < best.length ? labelled : best;
                }
            }
        }
        return best;
    }

    private Map<String, int[]> byValue(String key) {
        var lists = new HashMap<String, List<Integer>>();
        for (int i : visible) {
            String value = groups.get(i).labels().get(key);
            if (value != null) {
                lists.computeIfAbsent(value, text -> new ArrayList<>()).add(i);
            }
        }
        var arrays = new HashMap<String, int[]>();
        lists.forEach((value, list) -> arrays.put(value, array(list)));
        return arrays;
    }

    private BitSet across(LabelExpression labels) {
        var all = new BitSet();
        cluster.namespaces().forEach((namespace, written) -> {
            if (labels.matches(written)) {
                for (int i : byNamespace.getOrDefault(namespace, NONE)) {
                    all.set(i);
                }
            }
        });
        return all;
    }
}
