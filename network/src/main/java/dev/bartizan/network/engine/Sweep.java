package dev.bartizan.network.engine;

import dev.bartizan.network.model.Layer;
import java.util.List;

/**
 * Evaluates all rules for one source at a time: the row of a source stays in the cache of the processor while rule after rule is applied to it. It is for one
 * thread; another sweep of the same engine can go on beside it.
 */
public final class Sweep {
    private final Parties parties;
    private final PortAtoms atoms;
    private final List<Chain> chains;
    private final SourceState state;

    Sweep(Parties parties, PortAtoms atoms, List<Chain> chains) {
        this.parties = parties;
        this.atoms = atoms;
        this.chains = chains;
        this.state = new SourceState(atoms.count(), parties.count());
    }

    /** What a party may reach. */
    public Row row(int source) {
        long[] allowed = state.everything().clone();
        long[] denied = {};
        for (Chain chain : chains) {
            if (chain.concerns(source)) {
                decide(chain, source);
                and(allowed, state.allowed());
                if (!chain.isCertain() || mayBeOwnNode(chain, source)) {
                    denied = or(denied, state.denied());
                }
            }
        }
        return new Row(atoms, state.words(), allowed, denied);
    }

    private boolean mayBeOwnNode(Chain chain, int source) {
        return chain.isIngress() && chain.layer() == Layer.NETWORK && parties.isNode(source);
    }

    private void decide(Chain chain, int source) {
        state.reset();
        boolean nodeComesIn = mayBeOwnNode(chain, source);
        chain.tiers().forEach(tier -> state.apply(tier, source, chain.isIngress(), nodeComesIn));
        state.allowRest();
    }

    private static void and(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] &= from[i];
        }
    }

    private static long[] or(long[] into, long[] from) {
        if (into.length == 0) {
            return from.clone();
        }
        for (int i = 0; i < into.length; i++) {
            into[i] |= from[i];
        }
        return into;
    }
}
