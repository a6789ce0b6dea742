package dev.bartizan.report.html;

import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Way;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.snapshot.SharedDecisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Who can reach whom, as assessment.json has it, in short: the browser joins both sides of a pair when it is asked for. */
final class NetworkIsland {
    /** Of about ten bytes each; rows beyond are left out, and counted. */
    private static final int MOST_RUNS = 80_000;

    private static final int MOST_MEMBERS = 40_000;

    private final Texts texts;
    private final Platform platform;
    private final ReachabilityFacts facts;
    private final SharedDecisions shared;
    private final NetworkVerdicts verdicts;

    private int members;

    NetworkIsland(Texts texts, AssetIslands assets, Snapshot snapshot, ReachabilityFacts facts) {
        this.texts = texts;
        this.platform = snapshot.platform();
        this.facts = facts;
        this.shared = new SharedDecisions(facts, MOST_RUNS);
        this.verdicts = new NetworkVerdicts(texts, assets);
    }

    /** One document. */
    byte[] bytes() {
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
                    .number("omitted", shared.omitted())
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
            shared.steps().forEach(step -> step(json, step));
            json.end().inRows().array("decisions");
            shared.decisions().forEach(ways -> decision(json, ways));
            json.end();
            table(json, "egress", shared.egress());
            table(json, "ingress", shared.ingress());
            verdicts.write(json, facts);
            json.end();
        });
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
            way.steps().forEach(step -> json.number(shared.numberOf(step)));
            json.end().end();
        }
        json.end();
    }

    private void table(JsonOutput json, String name, List<List<Run>> rows) {
        json.inRows().array(name);
        for (List<Run> row : rows) {
            json.array();
            row.forEach(run -> json.number(run.last()).number(shared.numberOf(run.ways())));
            json.end();
        }
        json.end();
    }
}
