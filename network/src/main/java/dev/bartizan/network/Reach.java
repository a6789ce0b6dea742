package dev.bartizan.network;

import dev.bartizan.network.engine.Row;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one peer may open to any other; receivers of one class share the answer. */
final class Reach {
    /** Of a peer that is not there. */
    static final Reach NOTHING = new Reach(Optional.empty());

    private final Optional<Row> row;
    private final Map<Integer, Access> byClass = new HashMap<>();

    private final BitSet reached;

    private Reach(Optional<Row> row) {
        this.row = row;
        this.reached = row.map(Row::reached).orElseGet(BitSet::new);
    }

    static Reach of(Row row) {
        return new Reach(Optional.of(row));
    }

    Access to(Peer receiver) {
        return row.filter(known -> reached.get(receiver.party()))
                .map(known -> byClass.computeIfAbsent(receiver.party(), party -> access(known, party)))
                .orElse(Access.NONE);
    }

    private static Access access(Row row, int party) {
        return new Access(new Ports(row.allowed(party)), new Ports(row.depends(party)));
    }
}
