package dev.bartizan.snapshot;

import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.ThreatScenario.Cures;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the key {@code threats}. */
final class ThreatReader {
    private static final Shape THREATS =
            Shape.of("version", "results", "scenarios", "questions").optional("fixes", "decisions");
    private static final Shape DECISION = Shape.of("threat", "zones", "decision", "why", "owner", "until", "location");
    private static final Shape RESULT = Shape.of("threat", "title", "layer", "confirmed", "refuted", "undecided");
    private static final Shape SCENARIO = Shape.of(
                    "id",
                    "threat",
                    "title",
                    "layer",
                    "patterns",
                    "stride",
                    "severity",
                    "severityReason",
                    "truth",
                    "zones",
                    "story",
                    "places",
                    "missing",
                    "controls",
                    "references")
            .optional("gaps");
    private static final Shape PLACE =
            Shape.of("asset", "statement", "truth", "evidence").optional("gaps", "anyFix", "allFixes");

    private final JsonCursor cursor;
    private final LocationReader locations;
    private final FindingReader findings;
    private final ControlReader controls;
    private Optional<ThreatFacts> facts = Optional.empty();

    ThreatReader(JsonCursor cursor, LocationReader locations, ControlReader controls) {
        this.cursor = cursor;
        this.locations = locations;
        this.findings = new FindingReader(cursor, locations);
        this.controls = controls;
    }

    void read() {
        List<ThreatFacts.Result> results = List.of();
        List<ThreatScenario> scenarios = List.of();
        List<Question> questions = List.of();
        List<Fix> fixes = List.of();
        List<ThreatFacts.Decision> decisions = List.of();
        cursor.open("threats", THREATS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "version" -> cursor.number(0);
                case "results" -> results = cursor.list("results", this::result);
                case "scenarios" -> scenarios = cursor.list("scenarios", this::scenario);
                case "questions" -> questions = cursor.list("questions", controls::question);
                case "fixes" -> fixes = cursor.list("fixes", () -> AttackPathReader.fix(cursor));
                case "decisions" -> decisions = cursor.list("decisions", this::decision);
            }
        }
        facts = Optional.of(new ThreatFacts(results, scenarios, questions, fixes, decisions));
    }

    /** Empty when nobody asked about threats. */
    Optional<ThreatFacts> facts() {
        return facts;
    }

    private ThreatFacts.Result result() {
        String threat = "";
        String title = "";
        var layer = Layer.INFRASTRUCTURE;
        int confirmed = 0;
        int refuted = 0;
        int undecided = 0;
        cursor.open("a result", RESULT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "threat" -> threat = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "layer" -> layer = cursor.word(FindingReader.LAYERS, layer);
                case "confirmed" -> confirmed = cursor.number(0);
                case "refuted" -> refuted = cursor.number(0);
                case "undecided" -> undecided = cursor.number(0);
            }
        }
        return new ThreatFacts.Result(threat, title, layer, confirmed, refuted, undecided);
    }

    private ThreatFacts.Decision decision() {
        String threat = "";
        List<String> zones = List.of();
        String decision = "";
        String why = "";
        String owner = "";
        String until = "";
        Location location = LocationReader.NOWHERE;
        cursor.open("a decision", DECISION);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "threat" -> threat = cursor.sharedText();
                case "zones" -> zones = cursor.texts("the zones");
                case "decision" -> decision = cursor.sharedText();
                case "why" -> why = cursor.text();
                case "owner" -> owner = cursor.sharedText();
                case "until" -> until = cursor.sharedText();
                case "location" -> location = locations.read();
            }
        }
        return new ThreatFacts.Decision(threat, zones, decision, why, owner, until, location);
    }

    private ThreatScenario scenario() {
        String id = "";
        String threat = "";
        String title = "";
        var layer = Layer.INFRASTRUCTURE;
        List<String> patterns = List.of();
        List<String> stride = List.of();
        var severity = Severity.INFO;
        String severityReason = "";
        boolean confirmed = true;
        List<String> gaps = List.of();
        List<String> zones = List.of();
        String story = "";
        List<ThreatScenario.Place> places = List.of();
        List<String> missing = List.of();
        List<String> safeguards = List.of();
        List<String> references = List.of();
        cursor.open("a scenario", SCENARIO);
        var start = cursor.place();
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.text();
                case "threat" -> threat = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "layer" -> layer = cursor.word(FindingReader.LAYERS, layer);
                case "patterns" -> patterns = cursor.texts("the patterns");
                case "stride" -> stride = cursor.texts("the categories");
                case "severity" -> severity = cursor.word(FindingReader.SEVERITIES, severity);
                case "severityReason" -> severityReason = cursor.sharedText();
                case "truth" -> confirmed = cursor.word(FindingReader.TRUTHS, confirmed);
                case "gaps" -> gaps = cursor.texts("the gaps");
                case "zones" -> zones = cursor.texts("the zones");
                case "story" -> story = cursor.sharedText();
                case "places" -> places = cursor.list("the places", this::place);
                case "missing" -> missing = cursor.texts("the missing controls");
                case "controls" -> safeguards = cursor.texts("the controls");
                case "references" -> references = cursor.texts("the references");
            }
        }
        if (places.isEmpty()) {
            contradiction("a scenario has at least one place", cursor.location(start));
            places = List.of(new ThreatScenario.Place(
                    "", "", Truth.CONFIRMED, List.of(new Evidence("", LocationReader.NOWHERE)), Cures.NONE));
        }
        return new ThreatScenario(
                id,
                threat,
                title,
                layer,
                patterns,
                stride,
                severity,
                severityReason,
                truth(confirmed, gaps, cursor.location(start)),
                zones,
                story,
                places,
                missing,
                safeguards,
                references);
    }

    private Truth truth(boolean confirmed, List<String> gaps, Location place) {
        if (confirmed != gaps.isEmpty()) {
            contradiction(confirmed ? "what is confirmed has no gaps" : "what is undecided names its gaps", place);
        }
        return gaps.isEmpty() ? Truth.CONFIRMED : new Truth.Undecided(new TreeSet<>(gaps));
    }

    private void contradiction(String message, Location place) {
        cursor.problem("snapshot-contradiction", message, JsonCursor.WRITE_AGAIN, place);
    }

    private ThreatScenario.Place place() {
        String asset = "";
        String statement = "";
        boolean confirmed = true;
        List<String> gaps = List.of();
        List<Evidence> evidence = List.of();
        List<String> any = List.of();
        List<String> all = List.of();
        cursor.open("a place", PLACE);
        var start = cursor.place();
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asset" -> asset = cursor.sharedText();
                case "statement" -> statement = cursor.sharedText();
                case "truth" -> confirmed = cursor.word(FindingReader.TRUTHS, confirmed);
                case "gaps" -> gaps = cursor.texts("the gaps");
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
                case "anyFix" -> any = cursor.texts("the fixes");
                case "allFixes" -> all = cursor.texts("the fixes");
            }
        }
        if (evidence.isEmpty()) {
            contradiction("a place has evidence", cursor.location(start));
            evidence = List.of(new Evidence("", LocationReader.NOWHERE));
        }
        return new ThreatScenario.Place(
                asset, statement, truth(confirmed, gaps, cursor.location(start)), evidence, new Cures(any, all));
    }
}
