package dev.bartizan.threats.paths;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lightest set of fixes that cuts every way to the goals. Ways are not listed beforehand: the shortest one that is still open becomes a constraint, the
 * lightest set that hits all constraints is applied, until nothing is open.
 */
public final class ChokePoints {
    private static final int MOST_WAYS = 400;
    private static final long MOST_NODES = 200_000;

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
        var ways = new ArrayList<List<Integer>>();
        var answer = new HittingSet.Answer(new BitSet(), 0, 0);
        while (true) {
            List<Integer> way = graph.shortest(starts, goals, answer.chosen());
            if (way.isEmpty()) {
                return new Cut(answer.chosen(), answer.weight(), answer.bound(), ways, List.of());
            }
            BitSet fixes = graph.fixes(way);
            if (fixes.isEmpty() || ways.size() == MOST_WAYS) {
                return new Cut(answer.chosen(), answer.weight(), answer.bound(), ways, way);
            }
            ways.add(way);
            constraints.add(fixes);
            answer = HittingSet.solve(constraints, weights, MOST_NODES);
        }
    }
}
