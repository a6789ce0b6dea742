package dev.bartizan.snapshot;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.graph.IntentResult.Example;

/** Writes what became of intents; {@link IntentReader} is its mirror image. */
final class IntentWriter {
    private final JsonOutput json;

    IntentWriter(JsonOutput json) {
        this.json = json;
    }

    void write(IntentResult result) {
        json.object()
                .text("id", result.id())
                .text("title", result.title())
                .text("why", result.why())
                .text("demand", result.demand())
                .text("verdict", result.verdict().word())
                .number("pairs", result.pairs())
                .number("against", result.against())
                .number("open", result.open());
        json.array("examples");
        for (Example example : result.examples()) {
            json.object();
            example(example);
        }
        json.end().texts("notes", result.notes()).array("breaches");
        for (Breach breach : result.breaches()) {
            json.object().text("call", breach.call()).texts("principals", breach.principals());
            json.object("packet");
            example(breach.packet());
            SnapshotWriter.location(json, "evidence", breach.evidence());
            json.end();
        }
        json.end();
        SnapshotWriter.location(json, "location", result.location());
        json.end();
    }

    /** Fills and ends an object that was started. */
    private void example(Example example) {
        json.text("from", example.from())
                .text("to", example.to())
                .text("asset", example.asset())
                .text("port", example.port())
                .array("path");
        for (IntentResult.Step step : example.path()) {
            json.object().text("statement", step.statement());
            step.location().ifPresent(location -> SnapshotWriter.location(json, "location", location));
            json.end();
        }
        json.end().end();
    }
}
