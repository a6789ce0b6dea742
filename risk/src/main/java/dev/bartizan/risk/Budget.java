package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Mitigation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a backlog to do for a budget. By the amounts that the backlog gives, each after those that stand before it, this is the choice that avoids most (a knapsack, solved exactly, as efforts are small
 * whole numbers); what ends something only together with others is bought together with them.
 *
 * @param chosen in the order of the backlog
 * @param effort of all of them, in the backlog's points
 */
public record Budget(List<Mitigation> chosen, int effort, int budget) {
    public Budget {
        chosen = List.copyOf(chosen);
    }

    /** What is bought as one. */
    private record Parcel(Set<Mitigation> items, int effort, double avoided) {
        static Parcel of(Set<Mitigation> items) {
            return new Parcel(
                    items,
                    items.stream().mapToInt(Mitigation::effort).sum(),
                    items.stream().mapToDouble(Mitigation::avoided).sum());
        }
    }

    /**
     * Chooses.
     *
     * @param backlog all of it, for what others need
     * @param wanted those to choose from, in the order of the backlog
     * @param budget points of effort, from 1
     */
    public static Budget of(List<Mitigation> backlog, List<Mitigation> wanted, int budget) {
        List<Parcel> parcels = parcels(backlog, wanted);
        int most = Math.min(budget, parcels.stream().mapToInt(Parcel::effort).sum());
        var best = new double[most + 1];
        var takes = new ArrayList<BitSet>();
        for (Parcel parcel : parcels) {
            var taken = new BitSet();
            for (int points = most; points >= parcel.effort(); points--) {
                double with = best[points - parcel.effort()] + parcel.avoided();
                if (with > best[points]) {
                    best[points] = with;
                    taken.set(points);
                }
            }
            takes.add(taken);
        }
        Set<Mitigation> chosen = new LinkedHashSet<>();
        int left = most;
        for (int i = parcels.size() - 1; i >= 0; i--) {
            if (takes.get(i).get(left)) {
                chosen.addAll(parcels.get(i).items());
                left -= parcels.get(i).effort();
            }
        }
        List<Mitigation> ordered = backlog.stream().filter(chosen::contains).toList();
        return new Budget(ordered, ordered.stream().mapToInt(Mitigation::effort).sum(), budget);
    }

    /** Those that need one another, directly or through others, are one parcel. */
    private static List<Parcel> parcels(List<Mitigation> backlog, List<Mitigation> wanted) {
        Map<String, Set<Mitigation>> neighbours = new HashMap<>();
        Map<String, Mitigation> byId = new HashMap<>();
        backlog.forEach(one -> byId.put(one.id(), one));
        for (Mitigation one : backlog) {
            one.with().stream().filter(byId::containsKey).map(byId::get).forEach(other -> {
                neighbours
                        .computeIfAbsent(one.id(), id -> new LinkedHashSet<>())
                        .add(other);
                neighbours
                        .computeIfAbsent(other.id(), id -> new LinkedHashSet<>())
                        .add(one);
            });
        }
        Set<Mitigation> seen = new LinkedHashSet<>();
        var parcels = new ArrayList<Parcel>();
        for (Mitigation one : wanted) {
            if (one.avoided() > 0 && !seen.contains(one)) {
                Set<Mitigation> items = reached(one, neighbours);
                seen.addAll(items);
                parcels.add(Parcel.of(items));
            }
        }
        return parcels;
    }

    private static Set<Mitigation> reached(Mitigation first, Map<String, Set<Mitigation>> neighbours) {
        var all = new LinkedHashSet<Mitigation>();
        var open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            Mitigation next = open.removeLast();
            if (all.add(next)) {
                open.addAll(neighbours.getOrDefault(next.id(), Set.of()));
            }
        }
        return all;
    }

    /** How they were chosen, a sentence. */
    public String note() {
        return "For " + budget + " points of effort, " + effort
                + " of them used: by the amounts of the backlog no other choice avoids more. What ends something only together is bought together.";
    }
}
