package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads findings with their members. */
final class FindingReader {
    static final Map<String, Severity> SEVERITIES = Words.of(Severity.values(), Severity::word);

    private static final Shape FINDING = Shape.of(
                    "id",
                    "rule",
                    "title",
                    "severity",
                    "severityReason",
                    "truth",
                    "layer",
                    "asset",
                    "location",
                    "evidence",
                    "remedy",
                    "references",
                    "members")
            .optional("gaps");
    private static final Shape EVIDENCE = Shape.of("statement", "location");
    private static final Shape MEMBER = Shape.of("id", "rule", "severity", "asset", "part", "location", "statement");
    static final Map<String, Layer> LAYERS = Words.of(Layer.values(), Layer::word);
    /** Whether it is confirmed. What is refuted makes no finding. */
    static final Map<String, Boolean> TRUTHS =
            Words.of(new Boolean[] {true, false}, confirmed -> confirmed ? "confirmed" : "undecided");

    private final JsonCursor cursor;
    private final LocationReader locations;

    FindingReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.locations = locations;
    }

    Finding read() {
        String id = "";
        String rule = "";
        String title = "";
        var severity = Severity.INFO;
        String severityReason = "";
        boolean confirmed = true;
        List<String> gaps = List.of();
        var layer = Layer.INFRASTRUCTURE;
        String asset = "";
        Location location = LocationReader.NOWHERE;
        List<Evidence> evidence = List.of();
        String remedy = "";
        List<String> references = List.of();
        List<Finding.Member> members = List.of();
        cursor.open("a finding", FINDING);
        var place = cursor.place();
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "rule" -> rule = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "severity" -> severity = cursor.word(SEVERITIES, severity);
                case "severityReason" -> severityReason = cursor.sharedText();
                case "truth" -> confirmed = cursor.word(TRUTHS, confirmed);
                case "gaps" -> gaps = cursor.texts("the gaps");
                case "layer" -> layer = cursor.word(LAYERS, layer);
                case "asset" -> asset = cursor.sharedText();
                case "location" -> location = locations.read();
                case "evidence" -> evidence = cursor.list("the evidence", this::evidence);
                case "remedy" -> remedy = cursor.sharedText();
                case "references" -> references = cursor.texts("the references");
                case "members" -> members = cursor.list("the members", this::member);
            }
        }
        if (members.isEmpty()) {
            cursor.problem(
                    "snapshot-contradiction",
                    "a finding has at least one member",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(place));
            members = List.of(new Finding.Member(id, rule, severity, asset, "", location, ""));
        }
        if (confirmed != gaps.isEmpty()) {
            cursor.problem(
                    "snapshot-contradiction",
                    confirmed ? "a confirmed finding has no gaps" : "an undecided finding names its gaps",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(place));
        }
        Truth truth = gaps.isEmpty() ? Truth.CONFIRMED : new Truth.Undecided(new TreeSet<>(gaps));
        return new Finding(
                id,
                rule,
                title,
                severity,
                severityReason,
                truth,
                layer,
                asset,
                location,
                evidence,
                remedy,
                references,
                members);
    }

    Evidence evidence() {
        String statement = "";
        Location location = LocationReader.NOWHERE;
        cursor.open("evidence", EVIDENCE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "statement" -> statement = cursor.sharedText();
                case "location" -> location = locations.read();
            }
        }
        return new Evidence(statement, location);
    }

    private Finding.Member member() {
        String id = "";
        String rule = "";
        var severity = Severity.INFO;
        String asset = "";
        String part = "";
        Location location = LocationReader.NOWHERE;
        String statement = "";
        cursor.open("a member", MEMBER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.text();
                case "rule" -> rule = cursor.sharedText();
                case "severity" -> severity = cursor.word(SEVERITIES, severity);
                case "asset" -> asset = cursor.sharedText();
                case "part" -> part = cursor.sharedText();
                case "location" -> location = locations.read();
                case "statement" -> statement = cursor.sharedText();
            }
        }
        return new Finding.Member(id, rule, severity, asset, part, location, statement);
    }
}
