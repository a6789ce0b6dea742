package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Tier;
import java.util.BitSet;
import java.util.List;

/**
 * Evaluates all rules for one source at a time: the row of a source stays in the cache of the processor while rule after rule is applied to it. What hangs
 * on an assumption is found by evaluating once without and once with it.
 */
final class Sweep {
    private final Engine engine;
    private final DirectionRules ingress;
    private final DirectionRules egress;
    private final boolean isOpen;

    Sweep(Engine engine) {
        this.engine = engine;
        this.ingress = new DirectionRules(engine, Direction.INGRESS);
        this.egress = new DirectionRules(engine, Direction.EGRESS);
        this.isOpen = ingress.hangsOnAssumptions() || egress.hangsOnAssumptions();
    }

    Row row(int source) {
        Decision without = decide(source, false);
        Decision with = isOpen ? decide(source, true) : without;
        long[] allowed = without.allowed;
        long[] depends = without.ambiguous;
        for (int i = 0; i < allowed.length; i++) {
            depends[i] |= with.ambiguous[i] | (without.allowed[i] ^ with.allowed[i]);
            allowed[i] &= ~depends[i];
        }
        return new Row(engine.atoms(), allowed, depends);
    }

    /** The ports that both directions allow; those are ambiguous that one leaves open and the other does not deny. */
    private Decision decide(int source, boolean withMaybe) {
        Decision out = egress.decide(source, withMaybe);
        Decision in = ingress.decide(source, withMaybe);
        for (int i = 0; i < out.allowed.length; i++) {
            long outOpen = out.ambiguous[i];
            long inOpen = in.ambiguous[i];
            out.ambiguous[i] = (outOpen & (in.allowed[i] | inOpen)) | (inOpen & (out.allowed[i] | outOpen));
            out.allowed[i] &= in.allowed[i];
        }
        return out;
    }

    /** The ports of each receiver, one set after another. */
    private static final class Decision {
        private final long[] allowed;
        private final long[] ambiguous;

        Decision(long[] allowed, long[] ambiguous) {
            this.allowed = allowed;
            this.ambiguous = ambiguous;
        }
    }

    /** The rules of one direction in the order in which they are asked. */
    private static final class DirectionRules {
        private final Engine engine;
        private final Direction direction;
        private final List<PriorityGroup> admin;
        private final List<PriorityGroup> baseline;
        private final List<CompiledRule> namespace;
        private final BitSet isolated;
        private final long[] all;
        private final int words;

        DirectionRules(Engine engine, Direction direction) {
            this.engine = engine;
            this.direction = direction;
            this.admin = PriorityGroup.of(engine.rules(Tier.ADMIN, direction));
            this.baseline = PriorityGroup.of(engine.rules(Tier.BASELINE, direction));
            this.namespace = engine.rules(Tier.NAMESPACE, direction);
            this.isolated = engine.isolated(direction);
            this.all = engine.atoms().all();
            this.words = engine.atoms().words();
        }

        boolean hangsOnAssumptions() {
            boolean hasNodes = false;
            for (int party = 0; party < engine.parties(); party++) {
                hasNodes |= engine.isNode(party);
            }
            return (hasNodes && direction == Direction.INGRESS && !isolated.isEmpty())
                    || namespace.stream().anyMatch(rule -> !rule.maybePeers().isEmpty())
                    || admin.stream().anyMatch(PriorityGroup::hangsOnAssumptions)
                    || baseline.stream().anyMatch(PriorityGroup::hangsOnAssumptions);
        }

        Decision decide(int source, boolean withMaybe) {
            var state = new TierState(engine, direction, source, withMaybe);
            state.apply(admin);
            namespace(source, withMaybe, state);
            state.apply(baseline);
            state.allowRest();
            return new Decision(state.allowed(), state.ambiguous());
        }

        /** For isolated pods the rules of this tier are the last word. */
        private void namespace(int source, boolean withMaybe, TierState state) {
            boolean isSourceIsolated = direction == Direction.EGRESS && isolated.get(source);
            if (direction == Direction.EGRESS && !isSourceIsolated) {
                return;
            }
            long[] granted = new long[engine.parties() * words];
            for (CompiledRule rule : namespace) {
                state.receivers(rule).forEach(receiver -> {
                    long[] ports = rule.portsOf(receiver);
                    for (int word = 0; word < words; word++) {
                        granted[receiver * words + word] |= ports[word];
                    }
                });
            }
            boolean mayBeOwnNode = withMaybe && direction == Direction.INGRESS && engine.isNode(source);
            for (int receiver = 0; receiver < engine.parties(); receiver++) {
                if (isSourceIsolated || (direction == Direction.INGRESS && isolated.get(receiver))) {
                    for (int word = 0; word < words; word++) {
                        state.settle(
                                receiver * words + word, mayBeOwnNode ? all[word] : granted[receiver * words + word]);
                    }
                }
            }
        }
    }
}
