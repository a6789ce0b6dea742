package dev.bartizan.snapshot;

import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Way;
import java.util.List;

/**
 * Writes who can reach whom, compressed: peers by class, what policies decide in one direction by row, each distinct decision and each step of one once. Its
 * size is bounded; rows for which there is no room are empty, and counted.
 */
final class ConnectivityWriter {
    static final int VERSION = 1;
    /** Ten bytes each. */
    private static final int MOST_RUNS = 1_500_000;

    private final JsonOutput json;
    private final Platform platform;
    private final ReachabilityFacts facts;
    private final SharedDecisions shared;

    ConnectivityWriter(JsonOutput json, Platform platform, ReachabilityFacts facts) {
        this.json = json;
        this.platform = platform;
        this.facts = facts;
        this.shared = new SharedDecisions(facts, MOST_RUNS);
    }

    void write() {
        var basis = facts.basis();
        json.inRows()
                .object("connectivity")
                .number("version", VERSION)
                .text("profile", basis.profile())
                .text("enforcement", basis.enforcement())
                .number("policies", basis.policies())
                .texts("limits", basis.limits())
                .number("omittedRows", shared.omitted());
        json.inRows().array("classes");
        for (int i = 0; i < facts.classes().size(); i++) {
            peers(
                    facts.classes().get(i),
                    facts.egress().rowOf(i),
                    facts.ingress().rowOf(i));
        }
        json.end().inRows().array("steps");
        shared.steps().forEach(this::step);
        json.end().inRows().array("decisions");
        shared.decisions().forEach(this::decision);
        json.end();
        table("egress", shared.egress());
        table("ingress", shared.ingress());
        facts.lint().ifPresent(findings -> {
            json.inRows().array("lint");
            findings.forEach(new FindingWriter(json)::write);
            json.end();
        });
        facts.intents().ifPresent(results -> {
            json.inRows().array("intents");
            results.forEach(new IntentWriter(json)::write);
            json.end();
        });
        json.end();
    }

    private void peers(PeerClass peers, int egress, int ingress) {
        json.object().number("egress", egress).number("ingress", ingress);
        if (peers.isOutside()) {
            json.text("addresses", peers.addresses());
        } else {
            json.array("members");
            for (PeerClass.Member member : peers.members()) {
                json.object().text("asset", platform.asset(member.asset()).id());
                if (!member.part().isEmpty()) {
                    json.text("part", member.part());
                }
                json.end();
            }
            json.end();
        }
        json.end();
    }

    private void step(Way.Step step) {
        json.object();
        if (!step.policy().isEmpty()) {
            json.text("policy", step.policy());
        }
        json.text("statement", step.statement());
        step.location().ifPresent(location -> SnapshotWriter.location(json, "location", location));
        json.end();
    }

    private void decision(List<Way> ways) {
        json.array();
        for (Way way : ways) {
            json.object()
                    .texts("ports", way.ports().stream().map(Object::toString).toList())
                    .text("verdict", way.verdict().word())
                    .array("steps");
            way.steps().forEach(step -> json.number(shared.numberOf(step)));
            json.end().end();
        }
        json.end();
    }

    private void table(String name, List<List<Run>> rows) {
        json.inRows().array(name);
        for (List<Run> row : rows) {
            json.array();
            for (Run run : row) {
                json.array()
                        .number(run.last())
                        .number(shared.numberOf(run.ways()))
                        .end();
            }
            json.end();
        }
        json.end();
    }
}
