package dev.bartizan.network.lint;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pods that may connect to others but not to the name service, which is usually not in the input: it is taken to look as in every cluster. */
final class NameResolution {
    private static final int PORT = 53;
    private static final String NAMESPACE = "kube-system";
    private static final Map<String, String> NAMESPACE_LABELS =
            Map.of("kubernetes.io/metadata.name", NAMESPACE, "name", NAMESPACE);
    private static final List<Map<String, String>> LOOKS = List.of(
            Map.of("k8s-app", "kube-dns"), Map.of("k8s-app", "coredns"), Map.of("app.kubernetes.io/name", "coredns"));

    private final Scene scene;

    NameResolution(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        var isolated = new BitSet();
        var connects = new BitSet();
        var resolves = new BitSet();
        for (Policy policy : scene.cluster().policies()) {
            if (policy.tier().layer() == Layer.NETWORK) {
                BitSet subjects = scene.engine().subjects(policy);
                if (policy.isolates().contains(Direction.EGRESS)) {
                    isolated.or(subjects);
                }
                policy.rules().stream()
                        .filter(NameResolution::isWayOut)
                        .forEach(rule -> (isToNames(rule) ? resolves : connects).or(subjects));
            }
        }
        isolated.and(connects);
        isolated.andNot(resolves);
        return remarks(isolated);
    }

    private List<Remark> remarks(BitSet classes) {
        var pods = new TreeMap<String, List<Pod>>();
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            Pod pod = scene.cluster().pods().get(i);
            if (scene.isAmong(i, classes) && !pod.isOnHostNetwork()) {
                pods.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(pod);
            }
        }
        return pods.values().stream().map(this::remark).toList();
    }

    private Remark remark(List<Pod> pods) {
        var asset = scene.asset(pods.getFirst());
        return new Remark(
                LintRule.NAMES_NOT_RESOLVED,
                asset.id(),
                asset.location(),
                "no rule lets " + Scene.names(pods.stream().map(scene.label()).toList())
                        + " reach port 53 of the name service, while others do let them out",
                List.of(),
                scene.certainty(List.of(pods.getFirst().namespace())));
    }

    private static boolean isWayOut(Rule rule) {
        return rule.direction() == Direction.EGRESS && rule.action() == Action.ALLOW;
    }

    private boolean isToNames(Rule rule) {
        boolean isPort = rule.ports().isEmpty() || rule.ports().stream().anyMatch(NameResolution::isPort);
        return isPort && rule.peers().stream().anyMatch(this::mayBeNameService);
    }

    private static boolean isPort(PortMatch port) {
        return switch (port) {
            case PortMatch.Range range ->
                range.protocol() == Protocol.UDP && range.first() <= PORT && PORT <= range.last();
            case PortMatch.Named named -> named.name().contains("dns");
        };
    }

    /** Addresses, machines and what is put together may all be: only pods that are certainly others are not. */
    private boolean mayBeNameService(PeerMatch peer) {
        return switch (peer) {
            case PeerMatch.Pods(var match) -> isNameService(match) || isKnownOne(match);
            case PeerMatch.Anybody _,
                    PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.AllOf _,
                    PeerMatch.Not _ -> true;
        };
    }

    private static boolean isNameService(PodMatch match) {
        return match.admits(NAMESPACE, NAMESPACE_LABELS) && LOOKS.stream().anyMatch(match.pods()::matches);
    }

    private boolean isKnownOne(PodMatch match) {
        return scene.cluster().pods().stream()
                .filter(pod -> scene.asset(pod).classification().role().equals("name-service"))
                .anyMatch(pod -> match.admits(
                                pod.namespace(), scene.cluster().namespaces().getOrDefault(pod.namespace(), Map.of()))
                        && match.pods().matches(pod.labels()));
    }
}
