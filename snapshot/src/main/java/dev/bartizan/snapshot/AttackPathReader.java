package dev.bartizan.snapshot;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.AttackPathFacts.Step;
import dev.bartizan.graph.Evidence;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code attackPaths}. */
final class AttackPathReader {
    private static final Shape PATHS = Shape.of("version", "jewels", "chokePoints", "exact", "limits");
    private static final Shape JEWEL = Shape.of("asset", "reason", "paths", "cut", "exact", "isCut");
    private static final Shape PATH = Shape.of("start", "goal", "steps");
    private static final Shape STEP = Shape.of("from", "to", "technique", "statement", "fixes", "evidence");
    private static final Shape FIX = Shape.of("id", "title", "asset", "effort");

    private final JsonCursor cursor;
    private final FindingReader findings;
    private Optional<AttackPathFacts> facts = Optional.empty();

    AttackPathReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.findings = new FindingReader(cursor, locations);
    }

    void read() {
        List<Jewel> jewels = List.of();
        List<Fix> chokePoints = List.of();
        boolean isExact = false;
        List<String> limits = List.of();
        cursor.open("the attack paths", PATHS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "version" -> cursor.number(0);
                case "jewels" -> jewels = cursor.list("jewels", this::jewel);
                case "chokePoints" -> chokePoints = cursor.list("chokePoints", () -> fix(cursor));
                case "exact" -> isExact = cursor.flag();
                case "limits" -> limits = cursor.texts("the limits");
            }
        }
        facts = Optional.of(new AttackPathFacts(jewels, chokePoints, isExact, limits));
    }

    /** Empty when nobody asked for paths. */
    Optional<AttackPathFacts> facts() {
        return facts;
    }

    private Jewel jewel() {
        String asset = "";
        String reason = "";
        List<AttackPath> paths = List.of();
        List<Fix> cut = List.of();
        boolean isExact = false;
        boolean isCut = false;
        cursor.open("a jewel", JEWEL);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asset" -> asset = cursor.sharedText();
                case "reason" -> reason = cursor.sharedText();
                case "paths" -> paths = cursor.list("paths", this::path);
                case "cut" -> cut = cursor.list("cut", () -> fix(cursor));
                case "exact" -> isExact = cursor.flag();
                case "isCut" -> isCut = cursor.flag();
            }
        }
        return new Jewel(asset, reason, paths, cut, isExact, isCut);
    }

    private AttackPath path() {
        String start = "";
        String goal = "";
        List<Step> steps = List.of();
        cursor.open("a path", PATH);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "start" -> start = cursor.sharedText();
                case "goal" -> goal = cursor.sharedText();
                case "steps" -> steps = cursor.list("steps", this::step);
            }
        }
        return new AttackPath(start, goal, steps);
    }

    private Step step() {
        String from = "";
        String to = "";
        String technique = "";
        String statement = "";
        List<String> fixes = List.of();
        List<Evidence> evidence = List.of();
        cursor.open("a step", STEP);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "from" -> from = cursor.sharedText();
                case "to" -> to = cursor.sharedText();
                case "technique" -> technique = cursor.sharedText();
                case "statement" -> statement = cursor.sharedText();
                case "fixes" -> fixes = cursor.texts("the fixes");
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
            }
        }
        return new Step(from, to, technique, statement, fixes, evidence);
    }

    static Fix fix(JsonCursor cursor) {
        String id = "";
        String title = "";
        String asset = "";
        int effort = 1;
        cursor.open("a fix", FIX);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "asset" -> asset = cursor.sharedText();
                case "effort" -> effort = cursor.number(1);
            }
        }
        return new Fix(id, title, asset, effort);
    }
}
