package dev.bartizan.network.suggest;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Platform;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods of a cluster as one can meet them. Several manifests of one workload, such as those of overlays, are variants of which one is applied: those that
 * stable labels do not tell apart are one endpoint, and what is meant for one of them is meant for all.
 */
final class Endpoints {
    private final int[] ofPod;
    private final List<String> labels = new ArrayList<>();
    private final List<List<Integer>> pods = new ArrayList<>();

    private record Key(String object, String template, int segment) {}

    Endpoints(Platform platform, Cluster cluster, Segments segments) {
        this.ofPod = new int[cluster.pods().size()];
        Map<Key, Integer> known = new HashMap<>();
        for (int i = 0; i < ofPod.length; i++) {
            Pod pod = cluster.pods().get(i);
            Asset asset = platform.asset(pod.asset());
            int at = asset.id().indexOf('@');
            Optional<Integer> same = Optional.empty();
            if (at >= 0) {
                var key = new Key(
                        asset.id().substring(0, at),
                        template(pod, asset, at),
                        segments.of(i).map(Segment::index).orElse(-1));
                same = Optional.ofNullable(known.putIfAbsent(key, pods.size()));
            }
            ofPod[i] = same.orElse(pods.size());
            if (same.isEmpty()) {
                pods.add(new ArrayList<>(1));
                labels.add(label(pod, pod.name()));
            }
            List<Integer> members = pods.get(ofPod[i]);
            members.add(i);
            if (members.size() == 2) {
                labels.set(ofPod[i], label(pod, asset.name() + template(pod, asset, at)));
            }
        }
    }

    /** What the name of a pod says behind that of its workload and the variant. */
    private static String template(Pod pod, Asset asset, int at) {
        int length = asset.name().length() + asset.id().length() - at;
        return pod.name().substring(Math.min(length, pod.name().length()));
    }

    private static String label(Pod pod, String name) {
        return pod.namespace() + "/" + name + "[" + pod.kind() + "]";
    }

    int of(int pod) {
        return ofPod[pod];
    }

    /** Its variants. */
    List<Integer> pods(int endpoint) {
        return pods.get(endpoint);
    }

    String label(int endpoint) {
        return labels.get(endpoint);
    }

    /** Those that were joined, by label. */
    Map<String, List<String>> joined(Cluster cluster) {
        var joined = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pods.size(); i++) {
            if (pods.get(i).size() > 1) {
                joined.put(
                        labels.get(i),
                        pods.get(i).stream()
                                .map(pod -> cluster.pods().get(pod).name())
                                .toList());
            }
        }
        return joined;
    }
}
