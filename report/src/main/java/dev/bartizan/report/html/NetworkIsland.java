package dev.bartizan.report.html;

import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.PeerClass;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Way;
import dev.bartizan.snapshot.JsonOutput;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who can reach whom, as assessment.json has it, in short: the browser joins both sides of a pair when it is asked for. */
final class NetworkIsland {
    /** Of about ten bytes each; rows beyond are left out, and counted. */
    private static final int MOST_RUNS = 80_000;

    private static final int MOST_MEMBERS = 40_000;

    private final Texts texts;
    private final Platform platform;
    private final Map<Way.Step, Integer> steps = new LinkedHashMap<>();
    private final Map<List<Way>, Integer> decisions = new LinkedHashMap<>();
    private final IdentityHashMap<List<Way>, Integer> known = new IdentityHashMap<>();

    private int runs;
    private int members;
    private int omitted;

    NetworkIsland(Texts texts, Snapshot snapshot) {
        this.texts = texts;
        this.platform = snapshot.platform();
    }

    /** One document. */
    byte[] of(ReachabilityFacts facts) {
        List<List<Run>> egress = rows(facts.egress());
        List<List<Run>> ingress = rows(facts.ingress());
        decisions.keySet().forEach(ways -> ways.forEach(way -> way.steps().forEach(step -> number(steps, step))));
        return Island.json(json -> {
            json.object()
                    .text("profile", facts.basis().profile())
                    .text("enforcement", Texts.clip(facts.basis().enforcement(), 1_000))
                    .number("policies", facts.basis().policies())
                    .texts(
                            "limits",
                            facts.basis().limits().stream()
                                    .map(limit -> Texts.clip(limit, 500))
                                    .limit(20)
                                    .toList())
                    .number("omitted", omitted)
                    .inRows()
                    .array("classes");
            for (int i = 0; i < facts.classes().size(); i++) {
                peers(
                        json,
                        facts.classes().get(i),
                        facts.egress().rowOf(i),
                        facts.ingress().rowOf(i));
            }
            json.end().inRows().array("steps");
            steps.keySet().forEach(step -> step(json, step));
            json.end().inRows().array("decisions");
            decisions.keySet().forEach(ways -> decision(json, ways));
            json.end();
            table(json, "egress", egress);
            table(json, "ingress", ingress);
            json.end();
        });
    }

    private List<List<Run>> rows(DecisionTable table) {
        var rows = new ArrayList<List<Run>>();
        for (int i = 0; i < table.rows(); i++) {
            List<Run> row = runs < MOST_RUNS ? table.row(i).orElse(List.of()) : List.of();
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

    /** Rows, addresses, members by namespace and role, those that there is room for. */
    private void peers(JsonOutput json, PeerClass peers, int egress, int ingress) {
        json.object().number("e", egress).number("i", ingress);
        if (peers.isOutside()) {
            json.text("outside", Texts.clip(peers.addresses(), 100));
        }
        var groups = peers.members().stream()
                .collect(Collectors.groupingBy(
                        member -> platform.asset(member.asset()).namespace() + " "
                                + platform.asset(member.asset())
                                        .classification()
                                        .role(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        json.array("groups");
        groups.values().forEach(group -> {
            var first = platform.asset(group.getFirst().asset());
            json.array()
                    .number(texts.index(first.namespace()))
                    .number(texts.index(first.classification().role()))
                    .number(group.size());
            json.array();
            group.stream().limit(Math.max(0, MOST_MEMBERS - members)).forEach(member -> json.number(member.asset()));
            members += group.size();
            json.end().end();
        });
        json.end().end();
    }

    /** {@code [statement, place?]}. */
    private void step(JsonOutput json, Way.Step step) {
        json.array().number(texts.index(step.statement()));
        step.location().ifPresent(location -> texts.place(json, location));
        json.end();
    }

    /** {@code [ports, verdict, steps]} for each way. */
    private void decision(JsonOutput json, List<Way> ways) {
        json.array();
        for (Way way : ways) {
            json.array()
                    .text(Texts.clip(
                            way.ports().stream().map(PortRange::toString).collect(Collectors.joining(",")), 2_000))
                    .number(way.verdict().ordinal());
            json.array();
            way.steps().forEach(step -> json.number(number(steps, step)));
            json.end().end();
        }
        json.end();
    }

    private void table(JsonOutput json, String name, List<List<Run>> rows) {
        json.inRows().array(name);
        for (List<Run> row : rows) {
            json.array();
            row.forEach(run -> json.number(run.last()).number(number(known, run.ways())));
            json.end();
        }
        json.end();
    }
}
