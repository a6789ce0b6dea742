package dev.bartizan.risk.portfolio;

import java.util.BitSet;

/** All choices within a budget, by branch and bound: one mitigation is in, with all it needs, or out, with all that need it. */
final class ChoiceSearch {
    private final Avoidance avoidance;
    private final double[] efforts;
    private final BitSet[] needs;
    private final double budget;
    private final long mostNodes;
    private BitSet best;
    private double bestAvoided;
    private long nodes;

    ChoiceSearch(
            Avoidance avoidance,
            double[] efforts,
            BitSet[] needs,
            double budget,
            BitSet start,
            double startAvoided,
            long mostNodes) {
        this.avoidance = avoidance;
        this.efforts = efforts;
        this.needs = needs;
        this.budget = budget;
        this.mostNodes = mostNodes;
        this.best = start;
        this.bestAvoided = startAvoided;
    }

    BitSet best() {
        return (BitSet) best.clone();
    }

    /** Whether the search came to its end: then the best is the best of all. */
    boolean run() {
        return branch(new BitSet(), new BitSet(), budget, 0);
    }

    private boolean branch(BitSet in, BitSet out, double left, double avoided) {
        if (++nodes > mostNodes) {
            return false;
        }
        if (avoided > bestAvoided) {
            bestAvoided = avoided;
            best = (BitSet) in.clone();
        }
        var gains = new double[efforts.length];
        int pick = -1;
        for (int m = 0; m < gains.length; m++) {
            if (!in.get(m) && !out.get(m)) {
                gains[m] = avoidance.gain(in, m);
                if (pick < 0 || gains[m] * efforts[pick] > gains[pick] * efforts[m]) {
                    pick = m;
                }
            }
        }
        var closed = (BitSet) in.clone();
        closed.or(out);
        if (pick < 0 || avoided + KnapsackBound.of(gains, efforts, closed, left) <= bestAvoided * (1 + 1e-12)) {
            return true;
        }
        return with(pick, in, out, left, avoided) && without(pick, in, out, left, avoided);
    }

    private boolean with(int pick, BitSet in, BitSet out, double left, double avoided) {
        var next = (BitSet) in.clone();
        double effort = 0;
        double gain = 0;
        for (int m = needs[pick].nextSetBit(0); m >= 0; m = needs[pick].nextSetBit(m + 1)) {
            if (!in.get(m)) {
                effort += efforts[m];
                gain += avoidance.gain(next, m);
                next.set(m);
            }
        }
        return effort > left || needs[pick].intersects(out) || branch(next, out, left - effort, avoided + gain);
    }

    private boolean without(int pick, BitSet in, BitSet out, double left, double avoided) {
        var next = (BitSet) out.clone();
        for (int m = 0; m < needs.length; m++) {
            if (needs[m].get(pick)) {
                next.set(m);
            }
        }
        return branch(in, next, left, avoided);
    }
}
