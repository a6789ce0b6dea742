package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Box.Match;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Step.Outcome;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Policy;
import java.util.ArrayList;
import java.util.List;

/** The way of one piece of ports between two parties through a chain, step by step. */
final class Way {
    private final Parties parties;
    private final ChainRules chain;
    private final int source;
    private final int receiver;
    private final int atom;
    private final List<Step> steps = new ArrayList<>();
    private boolean isWalked;
    private boolean mayAllow;
    private boolean mayDeny;

    Way(Parties parties, ChainRules chain, int source, int receiver, int atom) {
        this.parties = parties;
        this.chain = chain;
        this.source = source;
        this.receiver = receiver;
        this.atom = atom;
    }

    /** A rule that matches, for certain or if an assumption holds. */
    private record Hit(CompiledRule rule, boolean isSure) {}

    List<Step> steps() {
        if (!isWalked) {
            isWalked = true;
            walk();
        }
        return steps;
    }

    /** What the steps come to. */
    Verdict verdict() {
        steps();
        return !mayAllow ? Verdict.DENIED : mayDeny ? Verdict.DEPENDS : Verdict.ALLOWED;
    }

    private void walk() {
        for (TierRules tier : chain.tiers()) {
            if (isDecided(tier)) {
                return;
            }
        }
        mayAllow = true;
        if (chain.layer() == Layer.NETWORK) {
            steps.add(Step.of(chain.direction(), Outcome.DEFAULT, List.of()));
        }
    }

    private boolean isDecided(TierRules tier) {
        boolean goesOn = false;
        for (RankGroup group : tier.groups()) {
            List<List<Hit>> hits = group.policies().stream().map(this::hits).toList();
            add(hits);
            hits.forEach(policy -> policy.forEach(hit -> note(hit.rule().rule().action())));
            goesOn |= hits.stream().flatMap(List::stream).anyMatch(hit -> isPass(hit.rule()));
            if (hits.stream().flatMap(List::stream).anyMatch(Hit::isSure)) {
                return !goesOn;
            }
        }
        int subject = chain.isIngress() ? receiver : source;
        if (!tier.isolated().get(subject)) {
            return false;
        }
        boolean mayBeOwnNode = chain.isIngress() && chain.layer() == Layer.NETWORK && parties.isNode(source);
        mayDeny = true;
        mayAllow |= mayBeOwnNode;
        List<Policy> isolating = tier.isolating(subject);
        steps.add(Step.of(chain.direction(), mayBeOwnNode ? Outcome.OWN_NODE : Outcome.NOT_ALLOWED, isolating));
        return !goesOn;
    }

    private void note(Action action) {
        switch (action) {
            case ALLOW -> mayAllow = true;
            case DENY -> mayDeny = true;
            case PASS -> {}
        }
    }

    private static boolean isPass(CompiledRule rule) {
        return rule.rule().action() == Action.PASS;
    }

    /** Of rules that are asked in order, those that may match, up to the first that does. What would only say the same before it is left out. */
    private List<Hit> hits(List<CompiledRule> rules) {
        var hits = new ArrayList<Hit>();
        for (CompiledRule rule : rules) {
            Match match = rule.decides() ? rule.match(source, receiver, atom) : Match.NO;
            if (match == Match.YES) {
                Action action = rule.rule().action();
                hits.removeIf(hit -> hit.rule().rule().action() == action);
                hits.add(new Hit(rule, true));
                return hits;
            }
            boolean saysMore = hits.isEmpty()
                    || hits.getLast().rule().rule().action() != rule.rule().action();
            if (match == Match.MAYBE && saysMore) {
                hits.add(new Hit(rule, false));
            }
        }
        return hits;
    }

    private void add(List<List<Hit>> byPolicy) {
        List<Hit> hits = byPolicy.stream().flatMap(List::stream).toList();
        boolean isAmbiguous =
                byPolicy.stream().filter(policy -> !policy.isEmpty()).count() > 1
                        && hits.stream()
                                        .map(hit -> hit.rule().rule().action())
                                        .distinct()
                                        .count()
                                > 1;
        if (isAmbiguous) {
            steps.add(Step.of(
                    chain.direction(),
                    Outcome.AMBIGUOUS,
                    hits.stream().map(hit -> hit.rule().policy()).distinct().toList()));
            return;
        }
        List<Hit> said = byPolicy.size() > 1 && !hits.isEmpty()
                ? List.of(hits.stream().filter(Hit::isSure).findFirst().orElse(hits.getFirst()))
                : hits;
        said.forEach(hit -> steps.add(Step.of(hit.rule(), !hit.isSure())));
    }
}
