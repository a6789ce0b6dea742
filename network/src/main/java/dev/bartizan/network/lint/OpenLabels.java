package dev.bartizan.network.lint;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.List;
import java.util.Optional;

/** Rules that let pods of all namespaces in by a label: whoever may create a pod anywhere sets it. One remark for each policy. */
final class OpenLabels {
    private final Scene scene;

    OpenLabels(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        return scene.cluster().policies().stream()
                .filter(policy -> !scene.engine().subjects(policy).isEmpty())
                .flatMap(policy -> remark(policy).stream())
                .toList();
    }

    private static Optional<Remark> remark(Policy policy) {
        return policy.rules().stream()
                .filter(rule -> rule.action() == Action.ALLOW)
                .flatMap(rule -> rule.peers().stream().flatMap(peer -> remark(policy, rule, peer).stream()))
                .findFirst();
    }

    private static Optional<Remark> remark(Policy policy, Rule rule, PeerMatch peer) {
        return peer instanceof PeerMatch.Pods(var match) && isOpen(match)
                ? Optional.of(Remark.of(
                        LintRule.LABEL_OF_ANYBODY,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + ", " + rule.name() + " lets " + SelectorText.of(match)
                                + " pass: whoever may create a pod in any of them is let through"))
                : Optional.empty();
    }

    /** By labels alone: attributes that no label can have are not anybody's to set. */
    private static boolean isOpen(PodMatch match) {
        return match.namespace().isEmpty()
                && match.namespaces().equals(LabelSelector.EVERYTHING)
                && match.pods() instanceof LabelSelector(var requirements)
                && !requirements.isEmpty()
                && requirements.stream()
                        .noneMatch(requirement -> requirement.key().startsWith(":"));
    }
}
