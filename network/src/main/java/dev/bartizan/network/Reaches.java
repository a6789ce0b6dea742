package dev.bartizan.network;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.RequestLimits;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Sweep;
import java.util.HashMap;
import java.util.Map;

/** What each peer may open, for who asks of many, in one thread. */
final class Reaches {
    /** Peers of one class share a row; where nearly each has a class of its own, keeping them would only fill the heap. */
    private static final int MOST_CLASSES_KEPT = 2_000;

    private final Sweep sweep;
    private final RequestLimits limits;
    private final boolean keepsRows;
    private final Map<Integer, Row> kept = new HashMap<>();

    Reaches(Engine engine) {
        this.sweep = engine.sweep();
        this.limits = engine.requestLimits();
        this.keepsRows = engine.parties() <= MOST_CLASSES_KEPT;
    }

    Reach of(Peer source) {
        int party = source.party();
        Row row = keepsRows ? kept.computeIfAbsent(party, sweep::row) : sweep.row(party);
        return Reach.of(row, receiver -> limits.of(party, receiver));
    }
}
