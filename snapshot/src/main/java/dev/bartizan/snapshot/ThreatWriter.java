package dev.bartizan.snapshot;

import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;

/** The key {@code threats}: results by threat, scenarios, questions. */
final class ThreatWriter {
    /** Of the key's own layout. */
    static final int VERSION = 1;

    private final JsonOutput json;

    ThreatWriter(JsonOutput json) {
        this.json = json;
    }

    void write(ThreatFacts facts) {
        json.inRows().object("threats").number("version", VERSION);
        json.inRows().array("results");
        facts.results().forEach(this::result);
        json.end().inRows().array("scenarios");
        facts.scenarios().forEach(this::scenario);
        json.end().inRows().array("questions");
        facts.questions().forEach(question -> question(json, question));
        json.end().inRows().array("fixes");
        facts.fixes().forEach(fix -> fix(json, fix));
        json.end();
        if (!facts.decisions().isEmpty()) {
            json.inRows().array("decisions");
            facts.decisions().forEach(this::decision);
            json.end();
        }
        json.end();
    }

    private void decision(ThreatFacts.Decision decision) {
        json.object()
                .text("threat", decision.threat())
                .texts("zones", decision.zones())
                .text("decision", decision.decision())
                .text("why", decision.why())
                .text("owner", decision.owner())
                .text("until", decision.until());
        SnapshotWriter.location(json, "location", decision.location());
        json.end();
    }

    private void result(ThreatFacts.Result result) {
        json.object()
                .text("threat", result.threat())
                .text("title", result.title())
                .text("layer", result.layer().word())
                .number("confirmed", result.confirmed())
                .number("refuted", result.refuted())
                .number("undecided", result.undecided())
                .end();
    }

    private void scenario(ThreatScenario scenario) {
        json.object()
                .text("id", scenario.id())
                .text("threat", scenario.threat())
                .text("title", scenario.title())
                .text("layer", scenario.layer().word())
                .texts("patterns", scenario.patterns())
                .texts("stride", scenario.stride())
                .text("severity", scenario.severity().word())
                .text("severityReason", scenario.severityReason());
        truth(json, scenario.truth());
        json.texts("zones", scenario.zones())
                .text("story", scenario.story())
                .inRows()
                .array("places");
        scenario.places().forEach(this::place);
        json.end()
                .texts("missing", scenario.missing())
                .texts("controls", scenario.controls())
                .texts("references", scenario.references())
                .end();
    }

    static void truth(JsonOutput json, Truth truth) {
        json.text("truth", truth.word());
        if (truth instanceof Truth.Undecided undecided) {
            json.texts("gaps", undecided.gaps());
        }
    }

    private void place(ThreatScenario.Place place) {
        json.object().text("asset", place.asset()).text("statement", place.statement());
        truth(json, place.truth());
        SnapshotWriter.evidence(json, place.evidence());
        if (!place.cures().any().isEmpty()) {
            json.texts("anyFix", place.cures().any());
        }
        if (!place.cures().all().isEmpty()) {
            json.texts("allFixes", place.cures().all());
        }
        json.end();
    }

    static void fix(JsonOutput json, Fix fix) {
        json.object()
                .text("id", fix.id())
                .text("title", fix.title())
                .text("asset", fix.asset())
                .number("effort", fix.effort())
                .end();
    }

    static void question(JsonOutput json, Question question) {
        json.object()
                .text("id", question.id())
                .text("place", question.place())
                .text("text", question.text())
                .text("answer", question.answer())
                .texts("settles", question.settles())
                .end();
    }
}
