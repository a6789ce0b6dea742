package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Sweep;
import dev.bartizan.network.model.Cluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts pairs by the namespaces of their ends; what is outside of the cluster counts as one. */
final class Matrix {
    static final String OUTSIDE = "(outside)";

    private final Engine engine;
    private final List<String> namespaces;
    /** By party: the numbers of the namespaces that its pods are in, and how many. */
    private final int[][] in;

    private final int[][] pods;
    private final long[] reachable;
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
        var names = new TreeSet<String>();
        cluster.pods().forEach(pod -> names.add(pod.namespace()));
        this.namespaces = new ArrayList<>(names);
        this.reachable = new long[namespaces.size()];
        var numbers = new HashMap<String, Integer>();
        namespaces.forEach(name -> numbers.put(name, numbers.size()));
        var members = new ArrayList<Map<Integer, Integer>>();
        for (int party = 0; party < engine.parties(); party++) {
            members.add(new TreeMap<>());
        }
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            int number = numbers.getOrDefault(cluster.pods().get(pod).namespace(), 0);
            members.get(engine.partyOf(pod)).merge(number, 1, Integer::sum);
        }
        this.in = members.stream()
                .map(all -> all.keySet().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.pods = members.stream()
                .map(all -> all.values().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Of all parties. */
    static Matrix of(Cluster cluster, Engine engine) {
        var matrix = new Matrix(cluster, engine);
        Sweep sweep = engine.sweep();
        for (int party = 0; party < engine.parties(); party++) {
            matrix.add(party, sweep.row(party));
        }
        return matrix;
    }

    /** Takes in what one party may reach; each must come once. */
    void add(int party, Row row) {
        BitSet reached = row.reached();
        if (!engine.isPod(party)) {
            fromOutside.or(reached);
            return;
        }
        Arrays.fill(reachable, 0);
        boolean isOut = false;
        for (int receiver = reached.nextSetBit(0); receiver >= 0; receiver = reached.nextSetBit(receiver + 1)) {
            isOut |= !engine.isPod(receiver);
            for (int i = 0; i < in[receiver].length; i++) {
                reachable[in[receiver][i]] += pods[receiver][i];
            }
        }
        for (int i = 0; i < in[party].length; i++) {
            add(in[party][i], pods[party][i], reached.get(party), isOut);
        }
    }

    private void add(int namespace, long senders, boolean reachesItself, boolean isOut) {
        String from = namespaces.get(namespace);
        for (int to = 0; to < reachable.length; to++) {
            long itself = reachesItself && to == namespace ? senders : 0;
            add(from, namespaces.get(to), senders * reachable[to] - itself);
        }
        if (isOut) {
            add(from, OUTSIDE, senders);
        }
    }

    /** How many pairs of workloads may connect at any port, and how many workloads to or from the outside. */
    SortedMap<Cell, Long> counts() {
        var all = new TreeMap<>(counts);
        fromOutside.stream().filter(engine::isPod).forEach(party -> {
            for (int i = 0; i < in[party].length; i++) {
                all.merge(new Cell(OUTSIDE, namespaces.get(in[party][i])), (long) pods[party][i], Long::sum);
            }
        });
        return all;
    }

    private void add(String from, String to, long pairs) {
        if (pairs > 0) {
            counts.merge(new Cell(from, to), pairs, Long::sum);
        }
    }
}
