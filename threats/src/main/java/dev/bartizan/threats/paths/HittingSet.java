package dev.bartizan.threats.paths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The lightest set of numbers that has one in common with each of the given sets (weighted hitting set), by branch and bound: branch on the members of a
 * smallest set not hit yet; the bound is the sum of the lightest members of sets that have nothing in common.
 */
final class HittingSet {
    private final int[] weights;
    private final long mostNodes;
    private long nodes;
    private BitSet best = new BitSet();
    private int bestWeight = Integer.MAX_VALUE;

    /**
     * The answer.
     *
     * @param weight of the chosen
     * @param bound no set is lighter than this; equal to the weight when the answer is exact
     */
    record Answer(BitSet chosen, int weight, int bound) {
        boolean isExact() {
            return weight == bound;
        }
    }

    private HittingSet(int[] weights, long mostNodes) {
        this.weights = weights.clone();
        this.mostNodes = mostNodes;
    }

    /**
     * @param sets none of them empty
     * @param mostNodes of the search; beyond it the best set so far is the answer, with the bound
     */
    static Answer solve(List<BitSet> sets, int[] weights, long mostNodes) {
        var members = new BitSet();
        sets.forEach(members::or);
        // A platform has tens of thousands of fixes and a few of them count here: as numbers without holes they are
        // small sets.
        int[] numbers = members.stream().toArray();
        var search = new HittingSet(
                Arrays.stream(numbers).map(number -> weights[number]).toArray(), mostNodes);
        List<BitSet> minimal =
                withoutSupersets(sets.stream().map(set -> dense(set, numbers)).toList());
        search.greedy(minimal);
        boolean isComplete = mostNodes > 0 && search.branch(minimal, new BitSet(), new BitSet(), 0);
        int bound = isComplete ? search.bestWeight : search.bound(minimal, new BitSet());
        var chosen = new BitSet();
        search.best.stream().forEach(member -> chosen.set(numbers[member]));
        return new Answer(chosen, search.bestWeight, Math.min(bound, search.bestWeight));
    }

    private static BitSet dense(BitSet set, int[] numbers) {
        var dense = new BitSet(numbers.length);
        set.stream().forEach(number -> dense.set(Arrays.binarySearch(numbers, number)));
        return dense;
    }

    /** Whoever hits a set hits all that contain it. */
    private static List<BitSet> withoutSupersets(List<BitSet> sets) {
        var minimal = new ArrayList<BitSet>();
        for (BitSet set : sets.stream()
                .distinct()
                .sorted(Comparator.comparingInt(BitSet::cardinality))
                .toList()) {
            if (minimal.stream().noneMatch(smaller -> contains(set, smaller))) {
                minimal.add(set);
            }
        }
        return minimal;
    }

    private static boolean contains(BitSet set, BitSet part) {
        for (int member = part.nextSetBit(0); member >= 0; member = part.nextSetBit(member + 1)) {
            if (!set.get(member)) {
                return false;
            }
        }
        return true;
    }

    /** By how many sets a member hits for its weight: a first answer to beat. */
    private void greedy(List<BitSet> sets) {
        var chosen = new BitSet();
        int weight = 0;
        List<BitSet> open = new ArrayList<>(sets);
        var counts = new int[weights.length];
        while (!open.isEmpty()) {
            var members = new BitSet();
            open.forEach(members::or);
            members.stream().forEach(member -> counts[member] = 0);
            open.forEach(set -> set.stream().forEach(member -> counts[member]++));
            int pick = members.nextSetBit(0);
            for (int i = pick; i >= 0; i = members.nextSetBit(i + 1)) {
                if ((long) counts[i] * weights[pick] > (long) counts[pick] * weights[i]) {
                    pick = i;
                }
            }
            chosen.set(pick);
            weight += weights[pick];
            int member = pick;
            open.removeIf(set -> set.get(member));
        }
        best = chosen;
        bestWeight = weight;
    }

    /**
     * @param excluded members that an earlier branch has tried
     * @return whether everything below was looked at
     */
    private boolean branch(List<BitSet> open, BitSet chosen, BitSet excluded, int weight) {
        if (open.isEmpty()) {
            if (weight < bestWeight) {
                bestWeight = weight;
                best = (BitSet) chosen.clone();
            }
            return true;
        }
        if (++nodes > mostNodes) {
            return false;
        }
        if (weight + bound(open, excluded) >= bestWeight) {
            return true;
        }
        BitSet smallest = open.stream()
                .min(Comparator.comparingInt(set -> left(set, excluded).cardinality()))
                .orElseThrow();
        boolean isComplete = true;
        var tried = (BitSet) excluded.clone();
        for (int member : left(smallest, excluded).stream().toArray()) {
            chosen.set(member);
            List<BitSet> rest = open.stream().filter(set -> !set.get(member)).toList();
            isComplete &= branch(rest, chosen, tried, weight + weights[member]);
            chosen.clear(member);
            tried.set(member);
        }
        return isComplete;
    }

    private static BitSet left(BitSet set, BitSet excluded) {
        var left = (BitSet) set.clone();
        left.andNot(excluded);
        return left;
    }

    /** Sets with nothing in common need a member each; a set of which every member is excluded cannot be hit. */
    private int bound(List<BitSet> open, BitSet excluded) {
        var seen = new BitSet();
        long sum = 0;
        for (BitSet set : open) {
            BitSet left = left(set, excluded);
            if (left.isEmpty()) {
                return Integer.MAX_VALUE / 2;
            }
            if (!left.intersects(seen)) {
                seen.or(left);
                sum += left.stream().map(member -> weights[member]).min().orElse(0);
            }
        }
        return (int) Math.min(sum, Integer.MAX_VALUE / 2);
    }
}
