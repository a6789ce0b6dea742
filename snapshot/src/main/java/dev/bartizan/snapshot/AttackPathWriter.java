package dev.bartizan.snapshot;

import dev.bartizan.graph.AttackPathFacts;
import java.util.List;

/** The key {@code attackPaths}; {@link AttackPathReader} is its mirror image. */
final class AttackPathWriter {
    private static final int VERSION = 1;

    private final JsonOutput json;

    AttackPathWriter(JsonOutput json) {
        this.json = json;
    }

    void write(AttackPathFacts facts) {
        json.inRows().object("attackPaths").number("version", VERSION).inRows().array("jewels");
        facts.jewels().forEach(this::jewel);
        json.end();
        fixes("chokePoints", facts.chokePoints());
        json.flag("exact", facts.isExact()).texts("limits", facts.limits()).end();
    }

    private void jewel(AttackPathFacts.Jewel jewel) {
        json.object()
                .text("asset", jewel.asset())
                .text("reason", jewel.reason())
                .inRows()
                .array("paths");
        jewel.paths().forEach(this::path);
        json.end();
        fixes("cut", jewel.cut());
        json.flag("exact", jewel.isExact()).flag("isCut", jewel.isCut()).end();
    }

    private void path(AttackPathFacts.AttackPath path) {
        json.object().text("start", path.start()).text("goal", path.goal()).array("steps");
        path.steps().forEach(this::step);
        json.end().end();
    }

    private void step(AttackPathFacts.Step step) {
        json.object()
                .text("from", step.from())
                .text("to", step.to())
                .text("technique", step.technique())
                .text("statement", step.statement())
                .texts("fixes", step.fixes());
        SnapshotWriter.evidence(json, step.evidence());
        json.end();
    }

    private void fixes(String name, List<AttackPathFacts.Fix> fixes) {
        json.inRows().array(name);
        fixes.forEach(fix -> ThreatWriter.fix(json, fix));
        json.end();
    }
}
