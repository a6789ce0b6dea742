package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the key {@code incidents}. */
final class IncidentReader {
    private static final Shape REPLAY = Shape.of(
                    "id",
                    "title",
                    "date",
                    "patterns",
                    "identifiers",
                    "story",
                    "affected",
                    "outcome",
                    "steps",
                    "asset",
                    "others",
                    "sources")
            .optional("cut");
    private static final Shape CUT = Shape.of("step", "control", "how", "effort");
    private static final Shape STEP =
            Shape.of("title", "technique", "truth", "control", "evidence").optional("gaps");
    private static final Map<String, Outcome> OUTCOMES = Words.of(Outcome.values(), Outcome::word);

    private final JsonCursor cursor;
    private final FindingReader findings;
    private Optional<IncidentFacts> facts = Optional.empty();

    IncidentReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.findings = new FindingReader(cursor, locations);
    }

    void read() {
        facts = Optional.of(new IncidentFacts(cursor.list("incidents", this::replay)));
    }

    /** Empty when none was replayed. */
    Optional<IncidentFacts> facts() {
        return facts;
    }

    private IncidentFacts.Replay replay() {
        String id = "";
        String title = "";
        String date = "";
        List<String> patterns = List.of();
        List<String> identifiers = List.of();
        String story = "";
        String affected = "";
        var outcome = Outcome.UNDECIDED;
        List<IncidentFacts.Step> steps = List.of();
        String asset = "";
        int others = 0;
        Optional<IncidentFacts.Cut> cut = Optional.empty();
        List<String> sources = List.of();
        cursor.open("an incident", REPLAY);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "date" -> date = cursor.sharedText();
                case "patterns" -> patterns = cursor.texts("the patterns");
                case "identifiers" -> identifiers = cursor.texts("the identifiers");
                case "story" -> story = cursor.text();
                case "affected" -> affected = cursor.text();
                case "outcome" -> outcome = cursor.word(OUTCOMES, outcome);
                case "steps" -> steps = cursor.list("the steps", this::step);
                case "asset" -> asset = cursor.sharedText();
                case "others" -> others = cursor.number(0);
                case "cut" -> cut = Optional.of(cut());
                case "sources" -> sources = cursor.texts("the sources");
            }
        }
        return new IncidentFacts.Replay(
                id, title, date, patterns, identifiers, story, affected, outcome, steps, asset, others, cut, sources);
    }

    private IncidentFacts.Cut cut() {
        int step = 1;
        String control = "";
        String how = "";
        int effort = 1;
        cursor.open("a cut", CUT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "step" -> step = cursor.number(1);
                case "control" -> control = cursor.sharedText();
                case "how" -> how = cursor.text();
                case "effort" -> effort = cursor.number(1);
            }
        }
        return new IncidentFacts.Cut(step, control, how, effort);
    }

    private IncidentFacts.Step step() {
        String title = "";
        String technique = "";
        var truth = new TruthReader(cursor);
        String control = "";
        List<Evidence> evidence = List.of();
        cursor.open("a step", STEP);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "title" -> title = cursor.sharedText();
                case "technique" -> technique = cursor.sharedText();
                case "truth" -> truth.word();
                case "gaps" -> truth.gaps();
                case "control" -> control = cursor.sharedText();
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
            }
        }
        return new IncidentFacts.Step(title, technique, truth.read(), control, evidence);
    }
}
