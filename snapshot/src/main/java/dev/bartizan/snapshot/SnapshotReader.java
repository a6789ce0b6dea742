package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the layout of major version 1, the keys after the first in any order. What refers to assets is resolved at the end, when all of them
 * are known.
 */
final class SnapshotReader {
    private static final Shape SNAPSHOT = Shape.of("schema", "input", "platform", "problems")
            .optional(
                    "connectivity",
                    "findings",
                    "checks",
                    "questions",
                    "waivers",
                    "threats",
                    "incidents",
                    "attackPaths",
                    "controls",
                    "responsibilities",
                    "patterns",
                    "defences",
                    "risks",
                    "backlog",
                    "readiness");
    private static final Shape INPUT = Shape.of("asOf", "files", "documents", "setAside");
    private static final Shape SET_ASIDE = Shape.of("outcome", "reason", "location");
    private static final Shape PROBLEM =
            Shape.of("code", "level", "message", "remedy").optional("location");
    private static final Map<String, Problem.Level> LEVELS = Words.of(Problem.Level.values(), Words::level);

    private final JsonCursor cursor;
    private final LocationReader locations;
    private final PlatformReader platforms;
    private final ControlReader controls;
    private final ConnectivityReader connectivity;
    private final ThreatReader threats;
    private final IncidentReader incidents;
    private final AttackPathReader attackPaths;
    private final SafeguardReader safeguards;
    private final RiskReader risks;
    private final ReadinessReader readiness;
    private Input input = new Input(LocalDate.EPOCH, new TreeMap<>(), new TreeMap<>(), List.of());
    private List<Problem> problems = List.of();

    SnapshotReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.locations = new LocationReader(cursor);
        this.platforms = new PlatformReader(cursor, locations);
        var sets = new AssetSets(cursor);
        this.controls = new ControlReader(cursor, locations, sets);
        this.connectivity = new ConnectivityReader(cursor, locations);
        this.threats = new ThreatReader(cursor, locations, controls);
        this.incidents = new IncidentReader(cursor, locations);
        this.attackPaths = new AttackPathReader(cursor, locations);
        this.safeguards = new SafeguardReader(cursor, locations, sets);
        this.risks = new RiskReader(cursor);
        this.readiness = new ReadinessReader(cursor, locations);
    }

    /** @return empty when there are problems, which the cursor holds */
    Optional<Snapshot> read() {
        if (!cursor.advance()) {
            throw cursor.stop("snapshot-truncated", "the file is empty", JsonCursor.WRITE_AGAIN);
        }
        cursor.open("the document", SNAPSHOT);
        version();
        while (cursor.next()) {
            switch (cursor.key()) {
                case "input" -> input = input();
                case "platform" -> platforms.read();
                case "problems" -> problems = cursor.list("problems", this::problem);
                case "connectivity" -> connectivity.read();
                case "findings", "checks", "questions", "waivers" -> controls.read(cursor.key());
                case "threats" -> threats.read();
                case "incidents" -> incidents.read();
                case "attackPaths" -> attackPaths.read();
                case "controls", "responsibilities", "patterns", "defences" -> safeguards.read(cursor.key());
                case "risks" -> risks.readRisks();
                case "backlog" -> risks.readBacklog();
                case "readiness" -> readiness.read();
            }
        }
        if (cursor.advance()) {
            throw cursor.stop("snapshot-not-json", "something follows the end of the document", JsonCursor.WRITE_AGAIN);
        }
        return assemble();
    }

    private void version() {
        if (!cursor.nextIs("schema")) {
            throw cursor.stop(
                    "snapshot-unknown-format",
                    "this is not an assessment: its first key is not `schema`",
                    "give an assessment.json that bartizan assess wrote");
        }
        var version = SchemaVersion.parse(cursor.text());
        if (version.isEmpty()) {
            throw cursor.stop(
                    "snapshot-unknown-format",
                    "this is not an assessment: `schema` is not like " + SchemaVersion.CURRENT,
                    "give an assessment.json that bartizan assess wrote");
        }
        if (!version.get().isReadableBy(SchemaVersion.CURRENT)) {
            boolean newer = version.get().isNewerThan(SchemaVersion.CURRENT);
            throw cursor.stop(
                    "snapshot-unknown-version",
                    "layout " + version.get() + " is too " + (newer ? "new" : "old") + ", this program reads "
                            + SchemaVersion.CURRENT,
                    newer ? "upgrade bartizan" : "assess the older state again with this program");
        }
    }

    private Optional<Snapshot> assemble() {
        Optional<ControlFacts> facts = controls.assemble(platforms.size());
        Optional<SafeguardFacts> guarded = safeguards.assemble(platforms.size());
        if (!cursor.problems().isEmpty()) {
            return Optional.empty();
        }
        Optional<Snapshot> snapshot = platforms
                .assemble()
                .map(platform -> Snapshot.of(input, platform, Trees.NONE, problems))
                .map(read -> facts.map(read::with).orElse(read))
                .map(read ->
                        connectivity.assemble(read.platform()).map(read::with).orElse(read))
                .map(read -> threats.facts().map(read::with).orElse(read))
                .map(read -> incidents.facts().map(read::with).orElse(read))
                .map(read -> attackPaths.facts().map(read::with).orElse(read))
                .map(read -> guarded.map(read::with).orElse(read))
                .map(read -> risks.facts().map(read::with).orElse(read))
                .map(read -> readiness.facts().map(read::with).orElse(read));
        return snapshot.filter(read -> cursor.problems().isEmpty());
    }

    private Input input() {
        LocalDate asOf = LocalDate.EPOCH;
        SortedMap<String, Integer> files = new TreeMap<>();
        SortedMap<String, Integer> documents = new TreeMap<>();
        List<Input.SetAside> setAside = List.of();
        cursor.open("input", INPUT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asOf" -> asOf = cursor.date();
                case "files" -> files = counts();
                case "documents" -> documents = counts();
                case "setAside" -> setAside = cursor.list("setAside", this::setAside);
            }
        }
        return new Input(asOf, files, documents, setAside);
    }

    private SortedMap<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        cursor.entries("the counts", outcome -> counts.put(outcome, cursor.number(0)));
        return counts;
    }

    private Input.SetAside setAside() {
        String outcome = "";
        String reason = "";
        Location location = LocationReader.NOWHERE;
        cursor.open("an entry of setAside", SET_ASIDE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "outcome" -> outcome = cursor.sharedText();
                case "reason" -> reason = cursor.sharedText();
                case "location" -> location = locations.read();
            }
        }
        return new Input.SetAside(outcome, reason, location);
    }

    private Problem problem() {
        String code = "";
        var level = Problem.Level.NOTICE;
        String message = "";
        String remedy = "";
        Optional<Location> location = Optional.empty();
        cursor.open("a problem", PROBLEM);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "code" -> code = cursor.sharedText();
                case "level" -> level = cursor.word(LEVELS, level);
                case "message" -> message = cursor.text();
                case "remedy" -> remedy = cursor.sharedText();
                case "location" -> location = Optional.of(locations.read());
            }
        }
        return new Problem(code, level, message, remedy, location);
    }
}
