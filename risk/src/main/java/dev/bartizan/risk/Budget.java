package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Mitigation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a backlog to do for a budget: in its order, whatever still fits, together with what it needs. This is greedy and no exact optimum; the note says so.
 *
 * @param chosen in the order of the backlog
 * @param effort of all of them, in the backlog's points
 */
public record Budget(List<Mitigation> chosen, int effort, int budget) {
    public Budget {
        chosen = List.copyOf(chosen);
    }

    /**
     * Chooses.
     *
     * @param backlog all of it, for what others need
     * @param wanted those to choose from, in the order of the backlog
     * @param budget points of effort
     */
    public static Budget of(List<Mitigation> backlog, List<Mitigation> wanted, int budget) {
        Map<String, Mitigation> byId = new HashMap<>();
        backlog.forEach(one -> byId.put(one.id(), one));
        Set<Mitigation> chosen = new LinkedHashSet<>();
        int spent = 0;
        for (Mitigation one : wanted) {
            if (one.avoided() <= 0) {
                continue;
            }
            var more = new LinkedHashSet<>(withNeeds(one, byId));
            more.removeAll(chosen);
            int effort = more.stream().mapToInt(Mitigation::effort).sum();
            if (spent + effort <= budget) {
                chosen.addAll(more);
                spent += effort;
            }
        }
        List<Mitigation> ordered = backlog.stream().filter(chosen::contains).toList();
        return new Budget(ordered, spent, budget);
    }

    private static Set<Mitigation> withNeeds(Mitigation one, Map<String, Mitigation> byId) {
        var all = new LinkedHashSet<Mitigation>();
        var open = new ArrayList<>(List.of(one));
        while (!open.isEmpty()) {
            Mitigation next = open.removeLast();
            if (all.add(next)) {
                next.with().stream().filter(byId::containsKey).map(byId::get).forEach(open::add);
            }
        }
        return all;
    }

    /** How they were chosen, a sentence. */
    public String note() {
        return "For " + budget + " points of effort, " + effort
                + " of them used: chosen in the order of the backlog with what each item needs, as long as it fits. Another choice may avoid more.";
    }
}
