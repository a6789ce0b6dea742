package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pods that are alike in everything that some selector or some named port asks for: what is asked of one need not be asked of the others. */
final class PodGroups {
    private final int[] groups;
    private final List<Group> all = new ArrayList<>();

    /**
     * What pods have in common.
     *
     * @param labels those that are asked for, attributes among them
     * @param ports those whose names are asked for
     */
    record Group(
            String namespace,
            Map<String, String> labels,
            SortedMap<String, List<PortMatch.Range>> ports,
            boolean isOnHostNetwork) {}

    PodGroups(Cluster cluster, Iterable<PodMatch> matches, Set<String> portNames) {
        Set<String> keys = keys(matches);
        var known = new HashMap<Group, Integer>();
        this.groups = new int[cluster.pods().size()];
        for (int i = 0; i < groups.length; i++) {
            Group group = group(cluster.pods().get(i), keys, portNames);
            groups[i] = known.computeIfAbsent(group, key -> known.size());
            if (groups[i] == all.size()) {
                all.add(group);
            }
        }
    }

    private static Set<String> keys(Iterable<PodMatch> matches) {
        var expressions = new HashSet<LabelExpression>();
        matches.forEach(match -> expressions.add(match.pods()));
        var keys = new HashSet<String>();
        expressions.forEach(expression -> expression.addKeys(keys));
        return keys;
    }

    private static Group group(Pod pod, Set<String> keys, Set<String> portNames) {
        var labels = new HashMap<String, String>();
        add(pod.labels(), keys, labels);
        add(pod.attributes(), keys, labels);
        var ports = new TreeMap<String, List<PortMatch.Range>>();
        pod.ports().forEach((name, numbers) -> {
            if (portNames.contains(name)) {
                ports.put(name, numbers);
            }
        });
        return new Group(pod.namespace(), labels, ports, pod.isOnHostNetwork());
    }

    private static void add(Map<String, String> from, Set<String> keys, Map<String, String> into) {
        from.forEach((key, value) -> {
            if (keys.contains(key)) {
                into.put(key, value);
            }
        });
    }

    List<Group> all() {
        return all;
    }

    /** The group of a pod. */
    int of(int pod) {
        return groups[pod];
    }

    int pods() {
        return groups.length;
    }
}
