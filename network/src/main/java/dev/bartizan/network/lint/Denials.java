package dev.bartizan.network.lint;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Policies that are called a denial and have a rule that allows everything. */
final class Denials {
    private static final List<String> WORDS = List.of("deny", "denied", "block", "isolate");

    private final Scene scene;

    Denials(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        return scene.cluster().policies().stream()
                .filter(policy -> WORDS.stream().anyMatch(lower(policy)::contains))
                .flatMap(this::remarks)
                .toList();
    }

    private Stream<Remark> remarks(Policy policy) {
        return policy.rules().stream()
                .filter(Denials::allowsAll)
                .filter(rule -> isMeant(policy, rule.direction()))
                .map(rule -> Remark.of(
                        LintRule.ALLOWS_ALL_NAMED_DENY,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + " allows everything by " + rule.name()));
    }

    private static boolean allowsAll(Rule rule) {
        return rule.action() == Action.ALLOW
                && rule.ports().isEmpty()
                && rule.requests().isEmpty()
                && rule.assumption().isEmpty()
                && rule.peers().stream().anyMatch(PeerMatch.Anybody.class::isInstance);
    }

    /** {@code deny-egress} may well let everything in. */
    private static boolean isMeant(Policy policy, Direction direction) {
        String other = direction == Direction.INGRESS ? "egress" : "ingress";
        String own = direction == Direction.INGRESS ? "ingress" : "egress";
        return !lower(policy).contains(other) || lower(policy).contains(own);
    }

    private static String lower(Policy policy) {
        String name = policy.name().substring(policy.name().indexOf('/') + 1);
        return name.toLowerCase(Locale.ROOT);
    }
}
