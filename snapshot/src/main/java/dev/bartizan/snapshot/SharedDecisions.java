package dev.bartizan.snapshot;

import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Way;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a connectivity with what they share numbered, so that a file holds each list of ways and each step once. */
public final class SharedDecisions {
    private final int mostRuns;
    private final Map<Way.Step, Integer> steps = new LinkedHashMap<>();
    private final Map<List<Way>, Integer> decisions = new LinkedHashMap<>();
    /** Most runs share a few lists; comparing them by their contents each time would cost more than all the rest. */
    private final IdentityHashMap<List<Way>, Integer> known = new IdentityHashMap<>();

    private final List<List<Run>> egress;
    private final List<List<Run>> ingress;
    private int runs;
    private int omitted;

    /** @param mostRuns rows beyond are left empty, and counted */
    public SharedDecisions(ReachabilityFacts facts, int mostRuns) {
        this.mostRuns = mostRuns;
        this.egress = rows(facts.egress());
        this.ingress = rows(facts.ingress());
        decisions.keySet().forEach(ways -> ways.forEach(way -> way.steps().forEach(step -> number(steps, step))));
    }

    private List<List<Run>> rows(DecisionTable table) {
        var rows = new ArrayList<List<Run>>();
        for (int i = 0; i < table.rows(); i++) {
            List<Run> row = runs < mostRuns ? table.row(i).orElse(List.of()) : List.of();
            omitted += row.isEmpty() ? 1 : 0;
            runs += row.size();
            row.forEach(run -> known.computeIfAbsent(run.ways(), ways -> number(decisions, ways)));
            rows.add(row);
        }
        return rows;
    }

    private static <T> int number(Map<T, Integer> numbers, T thing) {
        return numbers.computeIfAbsent(thing, key -> numbers.size());
    }

    public List<List<Run>> egress() {
        return egress;
    }

    public List<List<Run>> ingress() {
        return ingress;
    }

    /** How many rows there was no room for. */
    public int omitted() {
        return omitted;
    }

    /** In the order of their numbers. */
    public Set<Way.Step> steps() {
        return steps.keySet();
    }

    /** In the order of their numbers. */
    public Set<List<Way>> decisions() {
        return decisions.keySet();
    }

    public int numberOf(Way.Step step) {
        return number(steps, step);
    }

    /** @param ways of a run of these rows */
    public int numberOf(List<Way> ways) {
        return number(known, ways);
    }
}
