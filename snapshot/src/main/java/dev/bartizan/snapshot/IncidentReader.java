package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

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
    private static final List<String> TRUTHS = List.of("confirmed", "refuted", "undecided");
    private static final Map<String, String> TRUTH_WORDS = Words.of(TRUTHS.toArray(new String[0]), word -> word);

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
        String truth = TRUTHS.getFirst();
        List<String> gaps = List.of();
        String control = "";
        List<Evidence> evidence = List.of();
        cursor.open("a step", STEP);
        var start = cursor.place();
        while (cursor.next()) {
            switch (cursor.key()) {
                case "title" -> title = cursor.sharedText();
                case "technique" -> technique = cursor.sharedText();
                case "truth" -> truth = cursor.word(TRUTH_WORDS, truth);
                case "gaps" -> gaps = cursor.texts("the gaps");
                case "control" -> control = cursor.sharedText();
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
            }
        }
        if (truth.equals("undecided") == gaps.isEmpty()) {
            cursor.problem(
                    "snapshot-contradiction",
                    "what is undecided, and nothing else, names its gaps",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(start));
        }
        Truth known = truth.equals("refuted") ? Truth.REFUTED : Truth.CONFIRMED;
        return new IncidentFacts.Step(
                title, technique, gaps.isEmpty() ? known : new Truth.Undecided(new TreeSet<>(gaps)), control, evidence);
    }
}
