package dev.bartizan.risk.portfolio;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Again and again the mitigation, with all it needs, that avoids most per effort and still fits. Avoidance only shrinks, so one that still leads when it is looked at again is the next (M. Minoux, 1978). With
 * dependencies a bundle may lead late; the bound holds all the same.
 */
final class GreedyChoice {
    private final Avoidance avoidance;
    private final double[] efforts;
    private final BitSet[] needs;
    private final double budget;
    private final BitSet chosen = new BitSet();
    private double left;
    private double bound;

    private record Candidate(int mitigation, double ratio) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble((Candidate c) -> -c.ratio).thenComparingInt(Candidate::mitigation);
    }

    GreedyChoice(Avoidance avoidance, double[] efforts, BitSet[] needs, double budget) {
        this.avoidance = avoidance;
        this.efforts = efforts;
        this.needs = needs;
        this.budget = budget;
        this.left = budget;
    }

    BitSet chosen() {
        return (BitSet) chosen.clone();
    }

    /** No choice within the budget avoids more. */
    double bound() {
        return bound;
    }

    void run() {
        bound = boundHere(new BitSet(), 0);
        var queue = new PriorityQueue<>(Candidate.BEST_FIRST);
        for (int m = 0; m < efforts.length; m++) {
            queue.add(new Candidate(m, ratio(m)));
        }
        while (!queue.isEmpty()) {
            Candidate first = queue.remove();
            double ratio = ratio(first.mitigation);
            if (ratio <= 0 || effort(missing(first.mitigation)) > left) {
                continue;
            }
            Candidate next = queue.peek();
            if (next != null && Candidate.BEST_FIRST.compare(new Candidate(first.mitigation, ratio), next) > 0) {
                queue.add(new Candidate(first.mitigation, ratio));
                continue;
            }
            BitSet bundle = missing(first.mitigation);
            left -= effort(bundle);
            chosen.or(bundle);
        }
        double avoided = avoidance.loss(new BitSet()) - avoidance.loss(chosen);
        bound = Math.min(bound, boundHere(chosen, avoided));
    }

    private double boundHere(BitSet done, double avoided) {
        var gains = new double[efforts.length];
        for (int m = 0; m < gains.length; m++) {
            gains[m] = avoidance.gain(done, m);
        }
        return avoided + KnapsackBound.of(gains, efforts, done, budget);
    }

    private BitSet missing(int mitigation) {
        var missing = (BitSet) needs[mitigation].clone();
        missing.andNot(chosen);
        return missing;
    }

    private double effort(BitSet bundle) {
        return bundle.stream().mapToDouble(m -> efforts[m]).sum();
    }

    private double ratio(int mitigation) {
        BitSet bundle = missing(mitigation);
        if (bundle.isEmpty()) {
            return 0;
        }
        var with = (BitSet) chosen.clone();
        double gain = 0;
        for (int m = bundle.nextSetBit(0); m >= 0; m = bundle.nextSetBit(m + 1)) {
            gain += avoidance.gain(with, m);
            with.set(m);
        }
        return gain > 0 ? gain / effort(bundle) : 0;
    }
}
