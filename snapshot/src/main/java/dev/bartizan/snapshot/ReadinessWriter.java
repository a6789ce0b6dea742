package dev.bartizan.snapshot;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Measurement;
import dev.bartizan.graph.ReadinessFacts.Rung;
import dev.bartizan.graph.ReadinessFacts.Scorecard;

/** The key {@code readiness}; {@link ReadinessReader} is its mirror image. */
final class ReadinessWriter {
    private static final int VERSION = 1;

    private final JsonOutput json;

    ReadinessWriter(JsonOutput json) {
        this.json = json;
    }

    void write(ReadinessFacts facts) {
        json.inRows()
                .object("readiness")
                .number("version", VERSION)
                .text("catalogue", facts.catalogue())
                .text("asOf", facts.asOf().toString());
        json.object("platform");
        scorecard(facts.platform());
        json.inRows().array("answers");
        facts.answers().forEach(this::answer);
        json.end().inRows().array("teams");
        for (Scorecard team : facts.teams()) {
            json.object();
            scorecard(team);
        }
        json.end().inRows().array("history");
        facts.history().forEach(point -> {
            json.object().text("asOf", point.asOf().toString()).object("platform");
            scorecard(point.platform());
            json.end();
        });
        json.end().inRows().array("changes");
        facts.changes()
                .forEach(change -> json.object()
                        .text("kind", change.kind().word())
                        .text("subject", change.subject())
                        .text("statement", change.statement())
                        .end());
        json.end().texts("limits", facts.limits()).end();
    }

    /** Fills and ends an object that was started. */
    private void scorecard(Scorecard card) {
        json.text("name", card.name())
                .number("assets", card.assets())
                .number("score", card.score())
                .number("confidence", card.confidence())
                .array("domains");
        card.domains()
                .forEach(domain -> json.object()
                        .text("domain", domain.domain())
                        .text("title", domain.title())
                        .number("weight", domain.weight())
                        .number("score", domain.score())
                        .number("confidence", domain.confidence())
                        .end());
        json.end().object("levels");
        card.levels().forEach(json::number);
        json.end().end();
    }

    private void answer(Answer answer) {
        json.object()
                .text("question", answer.question())
                .text("domain", answer.domain())
                .text("ask", answer.ask())
                .number("weight", answer.weight())
                .text("cadence", answer.cadence().toString())
                .text("provenance", answer.provenance().word())
                .number("level", answer.level())
                .number("reached", answer.reached())
                .number("missed", answer.missed());
        answer.answered().ifPresent(day -> json.text("answered", day.toString()));
        json.text("lift", answer.lift())
                .text("review", answer.review().toString())
                .texts("due", answer.due());
        json.array("rungs");
        answer.rungs().forEach(this::rung);
        json.end();
        SnapshotWriter.evidence(json, answer.evidence());
        json.texts("notes", answer.notes()).texts("maps", answer.maps()).end();
    }

    private void rung(Rung rung) {
        json.object()
                .number("level", rung.level())
                .text("lifts", rung.lifts())
                .text("standing", rung.standing().word())
                .array("measured");
        rung.measured().forEach(this::measurement);
        json.end().end();
    }

    private void measurement(Measurement one) {
        json.object()
                .text("measure", one.measure())
                .text("target", one.target())
                .text("standing", one.standing().word())
                .number("part", one.part())
                .number("open", one.open())
                .number("whole", one.whole());
        one.date().ifPresent(day -> json.text("date", day.toString()));
        json.text("gap", one.gap()).end();
    }
}
