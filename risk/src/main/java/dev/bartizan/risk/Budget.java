package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.risk.portfolio.Offer;
import dev.bartizan.risk.portfolio.Portfolio;
import dev.bartizan.risk.portfolio.Stake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a backlog to do for a budget: the mitigations that together end most expected loss. What ends something only together with others is bought together with them.
 *
 * @param chosen in the order of the backlog
 * @param effort of all of them, in the backlog's points
 * @param avoided expected loss of a year that is over with them
 * @param mostAvoidable no choice within the budget ends more
 * @param isExact whether these are known to be the best
 */
public record Budget(
        List<Mitigation> chosen, int effort, int budget, double avoided, double mostAvoidable, boolean isExact) {
    public Budget {
        chosen = List.copyOf(chosen);
    }

    /**
     * Chooses.
     *
     * @param backlog all of it, for what others need
     * @param wanted those to choose from, and what they need
     * @param budget points of effort, from 1
     */
    public static Budget of(
            Snapshot snapshot, RiskQuestion question, List<Mitigation> backlog, List<Mitigation> wanted, int budget) {
        List<Backlog.Ending> endings = Backlog.endings(snapshot, Exposures.of(snapshot, question), question);
        Set<String> ids = new HashSet<>();
        wanted.forEach(one -> ids.add(one.id()));
        endings.stream()
                .map(Backlog.Ending::all)
                .filter(all -> all.stream().anyMatch(ids::contains))
                .toList()
                .forEach(ids::addAll);
        List<Mitigation> offered =
                backlog.stream().filter(one -> ids.contains(one.id())).toList();
        var stakes = new ArrayList<Stake>();
        endings.forEach(ending -> stakes.add(new Stake("place " + stakes.size(), ending.loss(), List.of())));
        Portfolio portfolio = Portfolio.of(stakes, offers(offered, endings), budget);
        Set<String> best = Set.copyOf(portfolio.chosen());
        List<Mitigation> chosen =
                offered.stream().filter(one -> best.contains(one.id())).toList();
        return new Budget(
                chosen,
                chosen.stream().mapToInt(Mitigation::effort).sum(),
                budget,
                portfolio.avoided(),
                portfolio.mostAvoidable(),
                portfolio.how() == Portfolio.How.EXACT);
    }

    /** Those that can end something; what several end together is an offer of its own that requires them. */
    private static List<Offer> offers(List<Mitigation> offered, List<Backlog.Ending> endings) {
        SortedMap<String, SortedSet<String>> alone = new TreeMap<>();
        SortedMap<String, SortedSet<String>> together = new TreeMap<>();
        SortedMap<String, SortedSet<String>> members = new TreeMap<>();
        Set<String> known = new HashSet<>();
        offered.forEach(one -> known.add(one.id()));
        for (int place = 0; place < endings.size(); place++) {
            String name = "place " + place;
            Backlog.Ending ending = endings.get(place);
            ending.any().stream().filter(known::contains).forEach(id -> put(alone, id, name));
            if (ending.all().size() == 1) {
                put(alone, ending.all().first(), name);
            } else if (!ending.all().isEmpty() && known.containsAll(ending.all())) {
                String bundle = String.join(" and ", ending.all());
                members.put(bundle, ending.all());
                put(together, bundle, name);
            }
        }
        Set<String> needed = new HashSet<>(alone.keySet());
        members.values().forEach(needed::addAll);
        var offers = new ArrayList<Offer>();
        offered.stream()
                .filter(one -> needed.contains(one.id()))
                .forEach(one -> offers.add(new Offer(
                        one.id(),
                        one.effort(),
                        new TreeSet<>(),
                        alone.getOrDefault(one.id(), new TreeSet<>()),
                        new TreeMap<>())));
        members.forEach((bundle, all) ->
                offers.add(new Offer(bundle, 0, all, together.getOrDefault(bundle, new TreeSet<>()), new TreeMap<>())));
        return offers;
    }

    private static void put(SortedMap<String, SortedSet<String>> places, String id, String place) {
        places.computeIfAbsent(id, key -> new TreeSet<>()).add(place);
    }

    /** How they were chosen, a sentence. */
    public String note() {
        String used = "For " + budget + " points of effort, " + effort + " of them used: ";
        String how = isExact
                ? "no other choice ends more expected loss."
                : String.format(
                        Locale.ROOT,
                        "chosen by loss ended per effort; another choice could end at most %.0f %% more.",
                        100 * (mostAvoidable / Math.max(avoided, Double.MIN_NORMAL) - 1));
        return used + how + " What ends something only together is bought together.";
    }
}
