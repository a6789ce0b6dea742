package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Box.Match;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Testimony.Said;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the policies of one side about one piece of ports. */
final class SideHearing {
    private final Hearings hearings;
    private final Direction direction;
    private final int source;
    private final int receiver;
    private final int atom;
    private final List<Testimony> testimonies = new ArrayList<>();
    private Verdict verdict = Verdict.ALLOWED;
    private boolean endsByDefault;
    private boolean mayBeAllowed;

    SideHearing(Hearings hearings, Direction direction, int source, int receiver, int atom) {
        this.hearings = hearings;
        this.direction = direction;
        this.source = source;
        this.receiver = receiver;
        this.atom = atom;
    }

    Hearing.Side side() {
        return new Hearing.Side(verdict, testimonies, endsByDefault);
    }

    /** Asks one layer; both must let it pass. */
    void ask(Chain chain) {
        mayBeAllowed = false;
        for (CompiledTier tier : chain.tiers()) {
            boolean isList = tier.tier().equals(Tier.NAMESPACE);
            if (isList ? isDecidedByList(tier) : isDecidedInOrder(chain, tier)) {
                return;
            }
        }
        endsByDefault |= chain.layer() == Layer.NETWORK;
    }

    /** Of policies that only allow each is heard; together they are final for the pods that they isolate. */
    private boolean isDecidedByList(CompiledTier tier) {
        List<Policy> policies = hearings.isolating(tier, direction, subject());
        if (policies.isEmpty()) {
            return false;
        }
        Match best = Match.NO;
        var allowing = new ArrayList<Testimony>();
        for (Policy policy : policies) {
            for (CompiledRule rule : hearings.rules(tier, direction, policy)) {
                Match match = rule.match(source, receiver, atom);
                if (match != Match.NO) {
                    allowing.add(testimony(policy, Said.ALLOWS, Optional.of(rule.rule())));
                    best = match.compareTo(best) < 0 ? match : best;
                    break;
                }
            }
        }
        boolean mayBeOwnNode = direction == Direction.INGRESS && hearings.isNode(source);
        if (allowing.isEmpty()) {
            policies.forEach(policy -> testimonies.add(hearings.silence(policy, direction, peer(), receiver)));
        }
        testimonies.addAll(allowing);
        restrict(
                best == Match.NO && !mayBeOwnNode
                        ? Verdict.DENIED
                        : best == Match.YES ? Verdict.ALLOWED : Verdict.DEPENDS);
        return true;
    }

    /** The first rule that matches decides, or passes it on. */
    private boolean isDecidedInOrder(Chain chain, CompiledTier tier) {
        for (RankGroup group : tier.groups()) {
            boolean isSure = false;
            boolean isPassed = false;
            for (List<CompiledRule> policy : group.policies()) {
                for (CompiledRule rule : policy) {
                    Match match = rule.decides() ? rule.match(source, receiver, atom) : Match.NO;
                    if (match != Match.NO) {
                        isSure |= match == Match.YES;
                        isPassed |= say(rule, match, group.policies().size() > 1);
                        if (match == Match.YES) {
                            break;
                        }
                    }
                }
            }
            if (isSure) {
                return !isPassed;
            }
        }
        List<Policy> policies = hearings.isolating(tier, direction, subject());
        policies.forEach(policy -> testimonies.add(hearings.silence(policy, direction, peer(), receiver)));
        boolean mayBeOwnNode = chain.isIngress() && chain.layer() == Layer.NETWORK && hearings.isNode(source);
        if (!policies.isEmpty()) {
            restrict(mayBeOwnNode ? Verdict.DEPENDS : Verdict.DENIED);
        }
        return !policies.isEmpty();
    }

    /** Whether the rule passes it on. */
    private boolean say(CompiledRule rule, Match match, boolean isAmbiguous) {
        Said said = switch (rule.rule().action()) {
            case ALLOW -> Said.ALLOWS;
            case DENY -> Said.DENIES;
            case PASS -> Said.PASSES;
        };
        testimonies.add(testimony(rule.policy(), said, Optional.of(rule.rule())));
        mayBeAllowed |= said == Said.ALLOWS && match == Match.MAYBE;
        if (said == Said.DENIES) {
            restrict(match == Match.YES && !isAmbiguous ? Verdict.DENIED : Verdict.DEPENDS);
        }
        return said == Said.PASSES;
    }

    private void restrict(Verdict other) {
        Verdict said = other == Verdict.DENIED && mayBeAllowed ? Verdict.DEPENDS : other;
        verdict = verdict == Verdict.DENIED || said == Verdict.ALLOWED ? verdict : said;
    }

    private Testimony testimony(Policy policy, Said said, Optional<Rule> rule) {
        return new Testimony(direction, policy, said, rule);
    }

    private int subject() {
        return direction == Direction.INGRESS ? receiver : source;
    }

    private int peer() {
        return direction == Direction.INGRESS ? source : receiver;
    }
}
