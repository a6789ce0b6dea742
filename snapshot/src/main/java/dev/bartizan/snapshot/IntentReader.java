package dev.bartizan.snapshot;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.graph.IntentResult.Example;
import dev.bartizan.graph.IntentResult.Step;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what became of intents. */
final class IntentReader {
    private static final Shape INTENT = Shape.of(
            "id",
            "title",
            "why",
            "demand",
            "verdict",
            "pairs",
            "against",
            "open",
            "examples",
            "notes",
            "breaches",
            "location");
    private static final Shape EXAMPLE = Shape.of("from", "to", "asset", "port", "path");
    private static final Shape STEP = Shape.of("statement").optional("location");
    private static final Shape BREACH = Shape.of("call", "principals", "packet", "evidence");
    private static final Map<String, Verdict> VERDICTS = Words.of(Verdict.values(), Verdict::word);

    private final JsonCursor cursor;
    private final LocationReader locations;

    IntentReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.locations = locations;
    }

    IntentResult read() {
        String id = "";
        String title = "";
        String why = "";
        String demand = "";
        var verdict = Verdict.UNDECIDED;
        long pairs = 0;
        long against = 0;
        long open = 0;
        List<Example> examples = List.of();
        List<String> notes = List.of();
        List<Breach> breaches = List.of();
        Location location = LocationReader.NOWHERE;
        cursor.open("an intent", INTENT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.text();
                case "title" -> title = cursor.text();
                case "why" -> why = cursor.text();
                case "demand" -> demand = cursor.sharedText();
                case "verdict" -> verdict = cursor.word(VERDICTS, verdict);
                case "pairs" -> pairs = cursor.quantity();
                case "against" -> against = cursor.quantity();
                case "open" -> open = cursor.quantity();
                case "examples" -> examples = cursor.list("the examples", this::example);
                case "notes" -> notes = cursor.texts("the notes");
                case "breaches" -> breaches = cursor.list("the breaches", this::breach);
                case "location" -> location = locations.read();
            }
        }
        return new IntentResult(
                id, title, why, demand, verdict, pairs, against, open, examples, notes, breaches, location);
    }

    private Example example() {
        String from = "";
        String to = "";
        String asset = "";
        String port = "";
        List<Step> path = List.of();
        cursor.open("an example", EXAMPLE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "from" -> from = cursor.sharedText();
                case "to" -> to = cursor.sharedText();
                case "asset" -> asset = cursor.sharedText();
                case "port" -> port = cursor.sharedText();
                case "path" -> path = cursor.list("the path", this::step);
            }
        }
        return new Example(from, to, asset, port, path);
    }

    private Step step() {
        String statement = "";
        Optional<Location> location = Optional.empty();
        cursor.open("a step", STEP);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "statement" -> statement = cursor.sharedText();
                case "location" -> location = Optional.of(locations.read());
            }
        }
        return new Step(statement, location);
    }

    private Breach breach() {
        String call = "";
        List<String> principals = List.of();
        var packet = new Example("", "", "", "", List.of());
        Location evidence = LocationReader.NOWHERE;
        cursor.open("a breach", BREACH);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "call" -> call = cursor.text();
                case "principals" -> principals = cursor.texts("the principals");
                case "packet" -> packet = example();
                case "evidence" -> evidence = locations.read();
            }
        }
        return new Breach(call, principals, packet, evidence);
    }
}
