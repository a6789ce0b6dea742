package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The pods of a cluster in segments; those that policies do not select are in none. */
final class Segments {
    private static final int NONE = -1;

    private final List<Segment> all = new ArrayList<>();
    private final int[] ofPod;

    /**
     * Of all pods.
     *
     * @param hostNetworkIsNode whether pods on the host network are no pods to policies
     * @param more labels that pods have besides their own
     */
    Segments(Cluster cluster, boolean hostNetworkIsNode, Function<Pod, Map<String, String>> more) {
        this.ofPod = new int[cluster.pods().size()];
        var byNamespace = new TreeMap<String, Map<SortedMap<String, String>, List<Integer>>>();
        for (int i = 0; i < ofPod.length; i++) {
            Pod pod = cluster.pods().get(i);
            ofPod[i] = NONE;
            if (!hostNetworkIsNode || !pod.isOnHostNetwork()) {
                byNamespace
                        .computeIfAbsent(pod.namespace(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(StableLabels.of(pod.labels(), more.apply(pod)), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
        byNamespace.forEach((namespace, groups) -> add(namespace, groups, cluster));
    }

    private void add(String namespace, Map<SortedMap<String, String>, List<Integer>> groups, Cluster cluster) {
        var choice = new SelectorChoice(List.copyOf(groups.keySet()));
        int number = 0;
        for (List<Integer> pods : groups.values()) {
            SelectorChoice.Chosen chosen = choice.of(number++);
            pods.forEach(pod -> ofPod[pod] = all.size());
            String name = cluster.pods().get(pods.getFirst()).name();
            all.add(new Segment(all.size(), namespace, name, pods, chosen.labels(), chosen.without()));
        }
    }

    /** By namespace, then by their first pods. */
    List<Segment> all() {
        return all;
    }

    Optional<Segment> of(int pod) {
        return ofPod[pod] == NONE ? Optional.empty() : Optional.of(all.get(ofPod[pod]));
    }
}
