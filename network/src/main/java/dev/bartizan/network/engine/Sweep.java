package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;

/**
 * Evaluates all rules for one source at a time: the row of a source stays in the cache of the processor while rule after rule is applied to it. What hangs
 * on an assumption is found by evaluating once without and once with it.
 */
final class Sweep {
    private final Engine engine;
    private final boolean isOpen;

    Sweep(Engine engine) {
        this.engine = engine;
        DirectionRules ingress = engine.rules(Direction.INGRESS);
        this.isOpen = ingress.hangsOnAssumptions()
                || engine.rules(Direction.EGRESS).hangsOnAssumptions()
                || (!ingress.isolated().isEmpty() && engine.hasNodes());
    }

    Row row(int source) {
        TierState without = decide(source, false);
        TierState with = isOpen ? decide(source, true) : without;
        long[] allowed = without.allowed();
        long[] depends = without.ambiguous();
        for (int i = 0; i < allowed.length; i++) {
            depends[i] |= with.ambiguous()[i] | (without.allowed()[i] ^ with.allowed()[i]);
            allowed[i] &= ~depends[i];
        }
        return new Row(engine.atoms(), allowed, depends);
    }

    /** The ports that both directions allow; those are ambiguous that one leaves open and the other does not deny. */
    private TierState decide(int source, boolean withMaybe) {
        TierState out = decide(engine.rules(Direction.EGRESS), source, withMaybe);
        TierState in = decide(engine.rules(Direction.INGRESS), source, withMaybe);
        for (int i = 0; i < out.allowed().length; i++) {
            long outOpen = out.ambiguous()[i];
            long inOpen = in.ambiguous()[i];
            out.ambiguous()[i] = (outOpen & (in.allowed()[i] | inOpen)) | (inOpen & (out.allowed()[i] | outOpen));
            out.allowed()[i] &= in.allowed()[i];
        }
        return out;
    }

    private TierState decide(DirectionRules rules, int source, boolean withMaybe) {
        var state = new TierState(engine, rules.direction(), source, withMaybe);
        state.apply(rules.admin());
        namespace(rules, source, withMaybe, state);
        state.apply(rules.baseline());
        state.allowRest();
        return state;
    }

    /** For isolated pods the rules of this tier are the last word. */
    private void namespace(DirectionRules rules, int source, boolean withMaybe, TierState state) {
        boolean isIngress = rules.direction() == Direction.INGRESS;
        boolean isSourceIsolated = !isIngress && rules.isolated().get(source);
        if (!isIngress && !isSourceIsolated) {
            return;
        }
        int words = engine.atoms().words();
        long[] all = engine.atoms().all();
        long[] granted = new long[engine.parties() * words];
        for (CompiledRule rule : rules.namespace()) {
            state.receivers(rule).forEach(receiver -> {
                long[] ports = rule.portsOf(receiver);
                for (int word = 0; word < words; word++) {
                    granted[receiver * words + word] |= ports[word];
                }
            });
        }
        boolean mayBeOwnNode = withMaybe && isIngress && engine.isNode(source);
        for (int receiver = 0; receiver < engine.parties(); receiver++) {
            if (isSourceIsolated || rules.isolated().get(receiver)) {
                for (int word = 0; word < words; word++) {
                    state.settle(receiver * words + word, mayBeOwnNode ? all[word] : granted[receiver * words + word]);
                }
            }
        }
    }
}
