package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.Cluster;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts pairs by the namespaces of their ends; what is outside of the cluster counts as one. */
final class Matrix {
    static final String OUTSIDE = "(outside)";

    private final Engine engine;
    private final List<Map<String, Integer>> members = new ArrayList<>();
    private final SortedMap<Cell, Long> counts = new TreeMap<>();
    private final BitSet fromOutside = new BitSet();

    /** A pair of namespaces. */
    record Cell(String from, String to) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byFrom = from.compareTo(other.from);
            return byFrom == 0 ? to.compareTo(other.to) : byFrom;
        }
    }

    Matrix(Cluster cluster, Engine engine) {
        this.engine = engine;
        for (int party = 0; party < engine.parties(); party++) {
            members.add(new HashMap<>());
        }
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            members.get(engine.partyOf(pod)).merge(cluster.pods().get(pod).namespace(), 1, Integer::sum);
        }
    }

    /** Of all parties. */
    static Matrix of(Cluster cluster, Engine engine) {
        var matrix = new Matrix(cluster, engine);
        for (int party = 0; party < engine.parties(); party++) {
            matrix.add(party, engine.row(party));
        }
        return matrix;
    }

    /** Takes in what one party may reach; each must come once. */
    void add(int party, Row row) {
        if (!engine.isPod(party)) {
            fromOutside.or(row.reached());
            return;
        }
        BitSet reached = row.reached();
        reached.stream()
                .filter(engine::isPod)
                .forEach(receiver -> members.get(party)
                        .forEach((from, senders) -> members.get(receiver).forEach((to, receivers) -> {
                            long itself = receiver == party && from.equals(to) ? senders : 0;
                            add(from, to, (long) senders * receivers - itself);
                        })));
        if (reached.stream().anyMatch(receiver -> !engine.isPod(receiver))) {
            members.get(party).forEach((from, senders) -> add(from, OUTSIDE, senders));
        }
    }

    /** How many pairs of workloads may connect at any port, and how many workloads to or from the outside. */
    SortedMap<Cell, Long> counts() {
        var all = new TreeMap<>(counts);
        fromOutside.stream()
                .filter(engine::isPod)
                .forEach(party -> members.get(party)
                        .forEach((to, receivers) -> all.merge(new Cell(OUTSIDE, to), (long) receivers, Long::sum)));
        return all;
    }

    private void add(String from, String to, long pairs) {
        if (pairs > 0) {
            counts.merge(new Cell(from, to), pairs, Long::sum);
        }
    }
}
