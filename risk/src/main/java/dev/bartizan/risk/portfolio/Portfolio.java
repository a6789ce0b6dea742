package dev.bartizan.risk.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mitigations that avoid most for a budget. Choosing by loss avoided per effort alone is not exact: what one avoids depends on the others, and small ones may fill a budget better than a large one.
 *
 * @param chosen ids, in the order in which they were offered
 * @param residual expected loss of a year once they are done
 * @param avoided expected loss of a year that they avoid
 * @param mostAvoidable no choice within the budget avoids more; the same as avoided when the answer is exact
 */
public record Portfolio(
        List<String> chosen, double effort, double residual, double avoided, double mostAvoidable, How how) {
    /** How it was found. */
    public enum How {
        /** Every choice was tried or is known to be no better. */
        EXACT,
        /** By loss avoided per effort; the bound tells how much better another choice could be at most. */
        GREEDY
    }

    /** Up to so many, all choices are searched. */
    public static final int MOST_EXACT = 25;

    private static final long MOST_NODES = 200_000;

    public Portfolio {
        chosen = List.copyOf(chosen);
    }

    /** @throws IllegalArgumentException when ids are not unique, one requires what is not offered, or they require each other in a circle */
    public static Portfolio of(List<Stake> stakes, List<Offer> offers, double budget) {
        BitSet[] needs = needs(offers);
        double[] efforts = offers.stream().mapToDouble(Offer::effort).toArray();
        var avoidance = new Avoidance(stakes, offers);
        var greedy = new GreedyChoice(avoidance, efforts, needs, budget);
        greedy.run();
        BitSet best = greedy.chosen();
        double before = avoidance.loss(new BitSet());
        double avoided = before - avoidance.loss(best);
        double bound = Math.max(avoided, greedy.bound());
        How how = bound <= avoided * (1 + 1e-12) ? How.EXACT : How.GREEDY;
        if (how == How.GREEDY && offers.size() <= MOST_EXACT) {
            var search = new ChoiceSearch(avoidance, efforts, needs, budget, best, avoided, MOST_NODES);
            if (search.run()) {
                how = How.EXACT;
            }
            best = search.best();
            avoided = before - avoidance.loss(best);
            bound = how == How.EXACT ? avoided : Math.max(bound, avoided);
        }
        double effort = best.stream().mapToDouble(m -> efforts[m]).sum();
        return new Portfolio(
                best.stream().mapToObj(m -> offers.get(m).id()).toList(),
                effort,
                avoidance.loss(best),
                avoided,
                how == How.EXACT ? avoided : bound,
                how);
    }

    /** Of each mitigation, all that have to be done with it, itself included. */
    private static BitSet[] needs(List<Offer> offers) {
        var index = new HashMap<String, Integer>();
        for (int m = 0; m < offers.size(); m++) {
            if (index.put(offers.get(m).id(), m) != null) {
                throw new IllegalArgumentException(
                        "two mitigations are called " + offers.get(m).id());
            }
        }
        var needs = new BitSet[offers.size()];
        for (int m = 0; m < needs.length; m++) {
            needs[m] = closure(m, offers, index);
        }
        return needs;
    }

    private static BitSet closure(int start, List<Offer> offers, Map<String, Integer> index) {
        var closure = new BitSet();
        var open = new ArrayList<Integer>(List.of(start));
        while (!open.isEmpty()) {
            int m = open.removeLast();
            if (closure.get(m)) {
                continue;
            }
            closure.set(m);
            for (String required : offers.get(m).requires()) {
                Integer other = index.get(required);
                if (other == null) {
                    throw new IllegalArgumentException(
                            offers.get(m).id() + " requires " + required + ", which is not offered");
                }
                if (other == start) {
                    throw new IllegalArgumentException(offers.get(start).id() + " requires itself, through others");
                }
                open.add(other);
            }
        }
        return closure;
    }
}
