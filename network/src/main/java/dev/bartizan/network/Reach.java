package dev.bartizan.network;

import dev.bartizan.network.Connection.RequestLimit;
import dev.bartizan.network.engine.Limit;
import dev.bartizan.network.engine.Row;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** What one peer may open to any other; receivers of one class share the answer. */
final class Reach {
    /** Of a peer that is not there. */
    static final Reach NOTHING = new Reach(Optional.empty(), receiver -> List.of());

    private final Optional<Row> row;
    private final IntFunction<List<Limit>> limits;
    private final Map<Integer, Access> byClass = new HashMap<>();

    private final BitSet reached;

    private Reach(Optional<Row> row, IntFunction<List<Limit>> limits) {
        this.row = row;
        this.limits = limits;
        this.reached = row.map(Row::reached).orElseGet(BitSet::new);
    }

    /** @param limits of the connections to a party */
    static Reach of(Row row, IntFunction<List<Limit>> limits) {
        return new Reach(Optional.of(row), limits);
    }

    Access to(Peer receiver) {
        return row.filter(known -> reached.get(receiver.party()))
                .map(known -> byClass.computeIfAbsent(receiver.party(), party -> access(known, party)))
                .orElse(Access.NONE);
    }

    private Access access(Row known, int party) {
        var allowed = new Ports(known.allowed(party));
        List<RequestLimit> limited = limits.apply(party).stream()
                .map(limit -> RequestLimit.of(limit).at(allowed))
                .filter(limit -> !limit.ports().isEmpty())
                .toList();
        return new Access(allowed, new Ports(known.depends(party)), limited);
    }
}
