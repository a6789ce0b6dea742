package dev.bartizan.network.lint;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies of one tier and one rank that answer differently about a connection. */
final class EqualPriorities {
    private static final int MOST_PAIRS = 10_000;
    private static final int MOST_TRIED = 20;

    private final Scene scene;
    private int pairs;

    EqualPriorities(Scene scene) {
        this.scene = scene;
    }

    private record Place(Tier tier, Rank rank) {}

    List<Remark> find() {
        Map<Place, List<Policy>> byPlace = new LinkedHashMap<>();
        scene.cluster()
                .policies()
                .forEach(policy -> byPlace.computeIfAbsent(
                                new Place(policy.tier(), policy.rank()), key -> new ArrayList<>())
                        .add(policy));
        var remarks = new ArrayList<Remark>();
        byPlace.values().stream().filter(EqualPriorities::mayDiffer).forEach(policies -> {
            for (int i = 0; i < policies.size(); i++) {
                for (Policy other : policies.subList(i + 1, policies.size())) {
                    if (pairs++ < MOST_PAIRS) {
                        conflict(policies.get(i), other).ifPresent(remarks::add);
                    }
                }
            }
        });
        return remarks;
    }

    private static boolean mayDiffer(List<Policy> policies) {
        return policies.size() > 1
                && policies.stream()
                                .flatMap(policy -> policy.rules().stream())
                                .map(Rule::action)
                                .distinct()
                                .count()
                        > 1;
    }

    private Optional<Remark> conflict(Policy one, Policy other) {
        BitSet subjects = scene.engine().subjects(one);
        subjects.and(scene.engine().subjects(other));
        if (subjects.isEmpty() || one.id().equals(other.id())) {
            return Optional.empty();
        }
        for (Rule rule : one.rules()) {
            for (Rule answer : other.rules()) {
                if (rule.direction() == answer.direction() && rule.action() != answer.action()) {
                    BitSet peers = scene.engine().meant(rule.peers());
                    peers.and(scene.engine().meant(answer.peers()));
                    Optional<Remark> found = peers.stream()
                            .limit(MOST_TRIED)
                            .boxed()
                            .flatMap(peer -> conflict(one, rule, answer, subjects.nextSetBit(0), peer).stream())
                            .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Remark> conflict(Policy one, Rule rule, Rule answer, int subject, int peer) {
        boolean isEgress = rule.direction() == Direction.EGRESS;
        int source = isEgress ? subject : peer;
        int receiver = isEgress ? peer : subject;
        return scene.engine().reasons(source, receiver).stream()
                .flatMap(reason -> reason.steps().stream())
                .filter(step -> step.outcome() == Step.Outcome.AMBIGUOUS && step.direction() == rule.direction())
                .filter(step -> step.policies().contains(one))
                .findFirst()
                .map(step -> new Remark(
                        LintRule.AMBIGUOUS_PRIORITY,
                        one.id(),
                        rule.location(),
                        Scene.names(step.policies().stream()
                                        .map(policy -> policy.kind() + " " + policy.name())
                                        .toList())
                                + " have one priority and answer differently",
                        List.of(
                                new Evidence(
                                        "about " + scene.party().apply(source) + " => "
                                                + scene.party().apply(receiver),
                                        rule.location()),
                                new Evidence("the other rule", answer.location())),
                        Truth.CONFIRMED));
    }
}
