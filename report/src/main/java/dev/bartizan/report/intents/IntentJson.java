package dev.bartizan.report.intents;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Intents as one JSON document: {@code {"intents": [...]}}. */
final class IntentJson {
    private final JsonOutput json;

    private IntentJson(JsonOutput json) {
        this.json = json;
    }

    static String of(List<IntentResult> results) {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            json.object().inRows().array("intents");
            results.forEach(new IntentJson(json)::write);
            json.end().end();
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(IntentResult result) {
        json.object()
                .text("id", result.id())
                .text("title", result.title())
                .text("demand", result.demand())
                .text("verdict", result.verdict().word())
                .number("pairs", result.pairs())
                .number("against", result.against())
                .number("open", result.open());
        json.array("examples");
        result.examples().forEach(this::write);
        json.end().texts("notes", result.notes());
        if (!result.breaches().isEmpty()) {
            json.array("breaches");
            result.breaches().forEach(this::write);
            json.end();
        }
        json.text("why", result.why());
        place(result.location());
        json.end();
    }

    private void write(IntentResult.Breach breach) {
        json.object().text("call", breach.call()).texts("principals", breach.principals());
        json.object("packet");
        entries(breach.packet());
        json.end();
        place(breach.evidence());
        json.end();
    }

    private void write(IntentResult.Example example) {
        json.object();
        entries(example);
        json.end();
    }

    private void entries(IntentResult.Example example) {
        json.text("from", example.from())
                .text("to", example.to())
                .text("asset", example.asset())
                .text("port", example.port())
                .array("path");
        example.path().forEach(step -> {
            json.object().text("statement", step.statement());
            step.location().ifPresent(this::place);
            json.end();
        });
        json.end();
    }

    private void place(Location location) {
        json.object("location")
                .text("file", location.file())
                .number("line", location.line())
                .number("column", location.column())
                .text("pointer", location.pointer())
                .end();
    }
}
