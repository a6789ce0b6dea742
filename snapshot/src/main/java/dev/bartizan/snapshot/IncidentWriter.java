package dev.bartizan.snapshot;

import dev.bartizan.graph.IncidentFacts;

/** The key {@code incidents}. */
final class IncidentWriter {
    private final JsonOutput json;

    IncidentWriter(JsonOutput json) {
        this.json = json;
    }

    void write(IncidentFacts facts) {
        json.inRows().array("incidents");
        facts.incidents().forEach(this::replay);
        json.end();
    }

    private void replay(IncidentFacts.Replay replay) {
        json.object()
                .text("id", replay.id())
                .text("title", replay.title())
                .text("date", replay.date())
                .texts("patterns", replay.patterns())
                .texts("identifiers", replay.identifiers())
                .text("story", replay.story())
                .text("affected", replay.affected())
                .text("outcome", replay.outcome().word())
                .array("steps");
        replay.steps().forEach(this::step);
        json.end().text("asset", replay.asset()).number("others", replay.others());
        replay.cut().ifPresent(this::cut);
        json.texts("sources", replay.sources()).end();
    }

    private void cut(IncidentFacts.Cut cut) {
        json.object("cut")
                .number("step", cut.step())
                .text("control", cut.control())
                .text("how", cut.how())
                .number("effort", cut.effort())
                .end();
    }

    private void step(IncidentFacts.Step step) {
        json.object().text("title", step.title()).text("technique", step.technique());
        ThreatWriter.truth(json, step.truth());
        json.text("control", step.control());
        SnapshotWriter.evidence(json, step.evidence());
        json.end();
    }
}
