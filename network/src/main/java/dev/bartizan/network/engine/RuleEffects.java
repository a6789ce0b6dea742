package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Box.Match;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which rules of the network layer add nothing: taken away one after another, the last first, they change no answer about any connection. So of two rules
 * that say the same, one is told. Rules that are about some requests only neither are told nor count.
 */
public final class RuleEffects {
    private static final int MOST_DECISIONS = 200_000;
    /** Of boxes that are asked for these: about a second. */
    private static final long MOST_BOXES = 20_000_000;

    private final Engine engine;
    private final SourceState with;
    private final SourceState without;
    private int decisions;
    private long boxes;
    private int rulesLeft;
    private Optional<CompiledRule> firstLeft = Optional.empty();

    RuleEffects(Engine engine) {
        this.engine = engine;
        this.with = new SourceState(engine.atoms().count(), engine.parties());
        this.without = new SourceState(engine.atoms().count(), engine.parties());
    }

    /** How many rules were not looked at to their end, because there were too many; after {@link #unneeded()}. */
    public int left() {
        return rulesLeft;
    }

    /** How often an answer was worked out with and without a rule. */
    public int decisions() {
        return decisions;
    }

    /** The policy of one that was not looked at to its end. */
    public Optional<Policy> firstLeft() {
        return firstLeft.map(CompiledRule::policy);
    }

    /** Those that add nothing and match somebody, by policy and rule; of rules that were written as one, only if all of them add nothing. */
    public List<UnneededRule> unneeded() {
        var found = new ArrayList<UnneededRule>();
        for (Chain chain : engine.chains()) {
            if (chain.layer() == Layer.NETWORK) {
                look(chain, found);
            }
        }
        return found.stream()
                .filter(new Wholes(engine.chains(), found)::isWhole)
                .toList();
    }

    private void look(Chain chain, List<UnneededRule> found) {
        Map<CompiledTier, BitSet> left = new HashMap<>();
        chain.tiers().forEach(tier -> left.put(tier, ofRequests(tier)));
        for (CompiledTier tier : chain.tiers().reversed()) {
            BitSet gone = left.getOrDefault(tier, new BitSet());
            int last = tier.rulesOfBoxes().size() - 1;
            while (last >= 0) {
                int first = last;
                while (first > 0
                        && tier.rulesOfBoxes()
                                .get(first - 1)
                                .equals(tier.rulesOfBoxes().get(last))) {
                    first--;
                }
                CompiledRule rule = tier.rulesOfBoxes().get(last);
                if (!gone.get(first)) {
                    gone.set(first, last + 1);
                    if (decides(rule, first, last, chain, left, tier)) {
                        gone.clear(first, last + 1);
                    } else {
                        example(chain, rule).ifPresent(found::add);
                    }
                }
                last = first - 1;
            }
        }
    }

    private static BitSet ofRequests(CompiledTier tier) {
        var boxes = new BitSet();
        for (int i = 0; i < tier.rulesOfBoxes().size(); i++) {
            boxes.set(i, tier.rulesOfBoxes().get(i).rule().requests().isPresent());
        }
        return boxes;
    }

    /** Whether an answer is another one without it; without it, its boxes are among those left. */
    private boolean decides(
            CompiledRule rule, int first, int last, Chain chain, Map<CompiledTier, BitSet> left, CompiledTier tier) {
        int[] sources = rule.boxes().stream()
                .flatMapToInt(Box::possibleSources)
                .sorted()
                .distinct()
                .toArray();
        for (int source : sources) {
            if (decisions >= MOST_DECISIONS || boxes >= MOST_BOXES) {
                rulesLeft++;
                firstLeft = firstLeft.or(() -> Optional.of(rule));
                return true;
            }
            decisions++;
            boxes += 2L
                    * chain.tiers().stream()
                            .mapToInt(each -> each.concerning(source))
                            .sum();
            decide(without, chain, left, source);
            BitSet gone = left.getOrDefault(tier, new BitSet());
            gone.clear(first, last + 1);
            decide(with, chain, left, source);
            gone.set(first, last + 1);
            if (!Arrays.equals(with.allowed(), without.allowed()) || !Arrays.equals(with.denied(), without.denied())) {
                return true;
            }
        }
        return false;
    }

    private static void decide(SourceState state, Chain chain, Map<CompiledTier, BitSet> left, int source) {
        state.reset();
        chain.tiers()
                .forEach(tier ->
                        state.applyWithout(left.getOrDefault(tier, new BitSet()), tier, source, chain.isIngress()));
        state.allowRest();
    }

    /** A connection that it matches, pods first, and the rule that answers instead. */
    private Optional<UnneededRule> example(Chain chain, CompiledRule rule) {
        for (Box box : rule.boxes()) {
            Optional<UnneededRule> found = box.possibleSources()
                    .boxed()
                    .flatMap(source -> box.possibleReceivers().boxed().map(receiver -> new int[] {source, receiver}))
                    .findFirst()
                    .flatMap(pair -> example(chain, rule, pair[0], pair[1], box.firstAtom()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<UnneededRule> example(Chain chain, CompiledRule rule, int source, int receiver, int atom) {
        if (atom < 0) {
            return Optional.empty();
        }
        Optional<CompiledRule> instead = chain.tiers().stream()
                .flatMap(tier -> tier.rulesOfBoxes().stream())
                .filter(other -> !other.equals(rule) && other.rule().requests().isEmpty())
                .filter(other -> other.match(source, receiver, atom) != Match.NO)
                .findFirst();
        return Optional.of(new UnneededRule(
                rule.policy(),
                rule.rule(),
                source,
                receiver,
                instead.map(CompiledRule::policy),
                instead.map(CompiledRule::rule)));
    }
}
