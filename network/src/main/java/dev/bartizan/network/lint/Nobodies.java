package dev.bartizan.network.lint;

import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies and peers that are no pod of the input; they may be pods that it does not hold. */
final class Nobodies {
    private final Scene scene;

    Nobodies(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        var remarks = new ArrayList<Remark>();
        Map<String, List<Policy>> byId = new LinkedHashMap<>();
        scene.cluster()
                .policies()
                .forEach(policy -> byId.computeIfAbsent(policy.id(), key -> new ArrayList<>())
                        .add(policy));
        byId.values().forEach(parts -> {
            if (parts.stream().allMatch(part -> scene.engine().subjects(part).isEmpty())) {
                subject(parts.getFirst(), remarks);
            } else {
                parts.forEach(part -> part.rules().forEach(rule -> peers(part, rule, remarks)));
            }
        });
        return remarks;
    }

    private void subject(Policy policy, List<Remark> remarks) {
        PodMatch subject = policy.subject();
        if (isOnHostNetworkOnly(subject)) {
            return;
        }
        remarks.add(new Remark(
                LintRule.SELECTS_NOBODY,
                policy.id(),
                policy.location(),
                policy.kind() + " " + policy.name() + " is about " + SelectorText.of(subject) + ", and there is none",
                List.of(),
                open(subject)));
    }

    private boolean isOnHostNetworkOnly(PodMatch match) {
        return scene.cluster().pods().stream().anyMatch(pod -> pod.isOnHostNetwork() && isMeant(match, pod));
    }

    private boolean isMeant(PodMatch match, Pod pod) {
        return match.admits(pod.namespace(), scene.cluster().namespaces().getOrDefault(pod.namespace(), Map.of()))
                && match.pods().matches(pod.labels());
    }

    private void peers(Policy policy, Rule rule, List<Remark> remarks) {
        for (PeerMatch peer : rule.peers()) {
            if (peer instanceof PeerMatch.Pods(var match)
                    && scene.engine().meant(List.of(peer)).isEmpty()
                    && isJudged(match)
                    && !isOnHostNetworkOnly(match)) {
                remarks.add(new Remark(
                        LintRule.PEER_IS_NOBODY,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + ", " + rule.name() + ": there is no "
                                + SelectorText.of(match),
                        List.of(),
                        open(match)));
            }
        }
    }

    /** Of namespaces that the input does not hold, nothing is known. */
    private boolean isJudged(PodMatch match) {
        return scene.platform().completeness().cluster()
                || scene.cluster().namespaces().entrySet().stream()
                        .anyMatch(namespace -> match.admits(namespace.getKey(), namespace.getValue()));
    }

    /** Never sure: controllers make pods that nobody writes. */
    private static Truth open(PodMatch match) {
        return Truth.undecided(
                "pods that controllers make, or that the input does not hold: " + SelectorText.of(match));
    }
}
