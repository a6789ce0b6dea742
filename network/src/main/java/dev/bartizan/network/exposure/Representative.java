package dev.bartizan.network.exposure;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pods that a rule means, whether or not they exist: it stands for all that could be made like that. Another rule means it too if it means everybody of a
 * kind, or says the same.
 *
 * @param name what it is called
 * @param isPlain whether its selectors name labels and their values only
 */
record Representative(LabelExpression namespaces, LabelExpression pods, Newcomer name, boolean isPlain) {
    static final Representative ENTIRE_CLUSTER =
            new Representative(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, Newcomer.ANYBODY, true);

    /** What its selectors ask for, in whatever order they do. */
    record Meant(Set<Object> namespaces, Set<Object> pods) {}

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    static Representative of(PodMatch match, WrittenPeer written) {
        return new Representative(namespaces(match), match.pods(), written.name(), written.isPlain());
    }

    Meant meant() {
        return new Meant(requirements(namespaces), requirements(pods));
    }

    private static Set<Object> requirements(LabelExpression expression) {
        return expression instanceof LabelSelector(var requirements) ? new HashSet<>(requirements) : Set.of(expression);
    }

    boolean isMet(Map<String, String> ofPod, Map<String, String> ofNamespace) {
        return pods.matches(ofPod) && namespaces.matches(ofNamespace);
    }

    boolean isEntireCluster() {
        return isEverything(namespaces) && isEverything(pods);
    }

    private static LabelExpression namespaces(PodMatch match) {
        return match.namespace()
                .<LabelExpression>map(namespace -> new LabelSelector(
                        List.of(new Requirement(NAME_LABEL, Operator.IN, new TreeSet<>(List.of(namespace))))))
                .orElse(match.namespaces());
    }

    boolean isMeantBy(List<PeerMatch> peers) {
        return peers.stream().anyMatch(this::isMeantBy);
    }

    private boolean isMeantBy(PeerMatch peer) {
        return switch (peer) {
            case PeerMatch.Anybody() -> true;
            case PeerMatch.Pods(var match) -> isSame(namespaces(match), namespaces) && isSame(match.pods(), pods);
            case PeerMatch.AllOf(var parts) -> parts.stream().allMatch(this::isMeantBy);
            case PeerMatch.Addresses _, PeerMatch.Nodes _, PeerMatch.OwnNode _, PeerMatch.Named _, PeerMatch.Not _ ->
                false;
        };
    }

    private static boolean isSame(LabelExpression rule, LabelExpression own) {
        return isEverything(rule) || requirements(rule).equals(requirements(own));
    }

    private static boolean isEverything(LabelExpression expression) {
        return expression.equals(LabelSelector.EVERYTHING);
    }

    /** Whether it stands for pods with certain labels in certain namespaces only: then one that exists stands for them itself. */
    boolean isNarrow() {
        return isPlain && !isEverything(namespaces) && !isEverything(pods);
    }
}
