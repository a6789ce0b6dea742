package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** Pods that no policy isolates and nothing is denied to. */
final class Unprotected {
    private final Scene scene;

    Unprotected(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        var open = new TreeMap<String, List<String>>();
        var first = new TreeMap<String, Pod>();
        for (Direction direction : List.of(Direction.INGRESS, Direction.EGRESS)) {
            BitSet guarded = guarded(direction);
            var names = new TreeMap<String, List<String>>();
            for (int i = 0; i < scene.cluster().pods().size(); i++) {
                Pod pod = scene.cluster().pods().get(i);
                if (!pod.isOnHostNetwork() && !scene.isAmong(i, guarded)) {
                    first.putIfAbsent(pod.namespace(), pod);
                    names.computeIfAbsent(pod.namespace(), key -> new ArrayList<>())
                            .add(pod.name());
                }
            }
            String way = direction == Direction.INGRESS ? "what comes in: " : "what goes out: ";
            names.forEach((namespace, pods) ->
                    open.computeIfAbsent(namespace, key -> new ArrayList<>()).add(way + Scene.names(pods)));
        }
        var remarks = new ArrayList<Remark>();
        open.forEach((namespace, ways) -> {
            Asset asset = scene.namespace(namespace, scene.asset(first.getOrDefault(namespace, firstPod())));
            remarks.add(new Remark(
                    LintRule.UNPROTECTED_PODS,
                    asset.id(),
                    asset.location(),
                    "in " + namespace + " no policy limits " + String.join("; ", ways),
                    List.of(),
                    scene.certainty(List.of(namespace))));
        });
        return remarks;
    }

    private Pod firstPod() {
        return scene.cluster().pods().getFirst();
    }

    private BitSet guarded(Direction direction) {
        var guarded = new BitSet();
        scene.cluster().policies().stream()
                .filter(policy -> policy.tier().layer() == Layer.NETWORK && isGuard(policy, direction))
                .forEach(policy -> guarded.or(scene.engine().subjects(policy)));
        return guarded;
    }

    private static boolean isGuard(Policy policy, Direction direction) {
        return policy.isolates().contains(direction)
                || policy.rules().stream()
                        .anyMatch(rule -> rule.direction() == direction && rule.action() == Action.DENY);
    }
}
