package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Paths of pods that policies do not see: the host network, and fabrics beside the cluster's own network. One remark for each namespace and sort. */
final class ExemptPaths {
    private final Scene scene;

    ExemptPaths(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        var onHost = new TreeMap<String, List<Evidence>>();
        var onFabric = new TreeMap<String, List<Evidence>>();
        var first = new TreeMap<String, Asset>();
        var seen = new HashSet<Integer>();
        for (Pod pod : scene.cluster().pods()) {
            Asset asset = scene.asset(pod);
            if (pod.isOnHostNetwork()) {
                add(onHost, pod, new Evidence(scene.label().apply(pod) + " is on the host network", asset.location()));
                first.putIfAbsent(pod.namespace(), asset);
            }
            if (seen.add(pod.asset())) {
                scene.platform().linksFrom(pod.asset()).stream()
                        .filter(link -> link.kind().equals("attached-to"))
                        .findFirst()
                        .ifPresent(link -> {
                            add(onFabric, pod, new Evidence(fabric(pod, link), link.evidence()));
                            first.putIfAbsent(pod.namespace(), asset);
                        });
            }
        }
        var remarks = new ArrayList<Remark>();
        onHost.forEach((namespace, pods) -> remarks.add(remark(
                LintRule.HOST_NETWORK,
                first.getOrDefault(namespace, scene.platform().asset(0)),
                pods,
                "in " + namespace + " policies see as their node: " + count(pods))));
        onFabric.forEach((namespace, pods) -> remarks.add(remark(
                LintRule.FABRIC,
                first.getOrDefault(namespace, scene.platform().asset(0)),
                pods,
                "in " + namespace + " policies do not see the fabric of: " + count(pods))));
        return remarks;
    }

    private String fabric(Pod pod, Link link) {
        return scene.label().apply(pod) + " is attached to "
                + scene.platform().asset(link.to()).name();
    }

    private static void add(Map<String, List<Evidence>> into, Pod pod, Evidence evidence) {
        into.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(evidence);
    }

    private static String count(List<Evidence> pods) {
        return pods.size() == 1 ? "1 workload" : pods.size() + " workloads";
    }

    private static Remark remark(LintRule rule, Asset asset, List<Evidence> pods, String statement) {
        return new Remark(rule, asset.id(), pods.getFirst().location(), statement, pods, Truth.CONFIRMED);
    }
}
