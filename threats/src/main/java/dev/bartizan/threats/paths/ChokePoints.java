package dev.bartizan.threats.paths;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The lightest set of fixes that cuts every way to the goals. Ways are not listed beforehand: the shortest one that is still open becomes a constraint, the
 * lightest set that hits all constraints is applied, until nothing is open.
 */
public final class ChokePoints {
    /** With so many fixes to choose from the answer is exact; with more it is good, and its bound is told. */
    private static final int MOST_CANDIDATES = 60;

    private static final int MOST_WAYS = 200;
    private static final long MOST_NODES = 100_000;

    private ChokePoints() {}

    /**
     * What cuts all ways.
     *
     * @param fixes by number
     * @param bound the weight below which no set cuts all ways; the set's own weight when it is certainly the lightest
     * @param ways those that were found on the way, shortest first
     * @param uncut a way that no fix cuts; empty when the fixes cut all
     */
    public record Cut(BitSet fixes, int weight, int bound, List<List<Integer>> ways, List<Integer> uncut) {
        public Cut {
            fixes = (BitSet) fixes.clone();
            ways = List.copyOf(ways);
            uncut = List.copyOf(uncut);
        }

        /** Whether no lighter set cuts all ways. */
        public boolean isExact() {
            return weight == bound && uncut.isEmpty();
        }
    }

    /** @param weights of the fixes, each at least 1 */
    public static Cut of(AttackGraph graph, BitSet starts, BitSet goals, int[] weights) {
        var constraints = new ArrayList<BitSet>();
        var candidates = new BitSet();
        var ways = new ArrayList<List<Integer>>();
        var chosen = new BitSet();
        while (true) {
            List<Integer> way = graph.shortest(starts, goals, chosen);
            BitSet fixes = graph.fixes(way);
            boolean isOpen = !way.isEmpty();
            if (!isOpen || fixes.isEmpty() || ways.size() == MOST_WAYS) {
                var answer = HittingSet.solve(constraints, weights, nodes(candidates));
                // What is lighter on all constraints may leave a way open that the heavier one had cut.
                boolean isLighter = answer.weight() < weight(chosen, weights)
                        && (isOpen
                                || graph.shortest(starts, goals, answer.chosen())
                                        .isEmpty());
                BitSet best = isLighter ? answer.chosen() : chosen;
                return new Cut(best, weight(best, weights), answer.bound(), ways, isOpen ? way : List.of());
            }
            ways.add(way);
            constraints.add(fixes);
            candidates.or(fixes);
            if (candidates.cardinality() <= MOST_CANDIDATES) {
                chosen = HittingSet.solve(constraints, weights, MOST_NODES).chosen();
            } else {
                chosen.set(lightest(fixes, weights));
            }
        }
    }

    private static long nodes(BitSet candidates) {
        return candidates.cardinality() <= MOST_CANDIDATES ? MOST_NODES : 0;
    }

    private static int weight(BitSet fixes, int[] weights) {
        return fixes.stream().map(fix -> weights[fix]).sum();
    }

    private static int lightest(BitSet fixes, int[] weights) {
        return fixes.stream()
                .boxed()
                .min(Comparator.comparingInt(fix -> weights[fix]))
                .orElseThrow();
    }
}
