package dev.bartizan.network.engine;

import dev.bartizan.network.model.Layer;
import java.util.List;

/** Evaluates all rules for one source at a time: the row of a source stays in the cache of the processor while rule after rule is applied to it. */
final class Sweep {
    private final Parties parties;
    private final PortAtoms atoms;
    private final List<Chain> chains;

    Sweep(Parties parties, PortAtoms atoms, List<Chain> chains) {
        this.parties = parties;
        this.atoms = atoms;
        this.chains = chains.stream().filter(chain -> !chain.tiers().isEmpty()).toList();
    }

    Row row(int source) {
        var row = new SourceState(source, atoms.count(), parties.count());
        row.allowRest();
        for (Chain chain : chains) {
            row.and(decide(chain, source));
        }
        return new Row(atoms, row);
    }

    private SourceState decide(Chain chain, int source) {
        var state = new SourceState(source, atoms.count(), parties.count());
        boolean nodeComesIn = chain.isIngress() && chain.layer() == Layer.NETWORK && parties.isNode(source);
        chain.tiers().forEach(tier -> state.apply(tier, chain.isIngress(), nodeComesIn));
        state.allowRest();
        return state;
    }
}
