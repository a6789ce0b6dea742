package dev.bartizan.snapshot;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.SortedMap;

/** The layout of {@code assessment.json}; {@link SnapshotReader} is its mirror image, docs/schema/assessment.schema.json its description. */
final class SnapshotWriter {
    private final JsonOutput json;
    private final Snapshot snapshot;

    SnapshotWriter(JsonOutput json, Snapshot snapshot) {
        this.json = json;
        this.snapshot = snapshot;
    }

    void write() {
        json.inRows().object().text("schema", SchemaVersion.CURRENT.toString());
        input(snapshot.input());
        Summary.of(snapshot).write(json);
        platform(snapshot.platform());
        json.inRows().array("problems");
        snapshot.problems().forEach(this::problem);
        json.end();
        snapshot.connectivity().ifPresent(facts -> new ConnectivityWriter(json, snapshot.platform(), facts).write());
        snapshot.controls().ifPresent(controls -> new ControlWriter(json, snapshot.platform()).write(controls));
        snapshot.threats().ifPresent(facts -> new ThreatWriter(json).write(facts));
        snapshot.incidents().ifPresent(facts -> new IncidentWriter(json).write(facts));
        snapshot.attackPaths().ifPresent(facts -> new AttackPathWriter(json).write(facts));
        snapshot.safeguards().ifPresent(facts -> new SafeguardWriter(json).write(facts));
        snapshot.risks().ifPresent(facts -> new RiskWriter(json).write(facts));
        snapshot.readiness().ifPresent(facts -> new ReadinessWriter(json).write(facts));
        json.end();
    }

    private void input(Input input) {
        json.object("input").text("asOf", input.asOf().toString());
        counts(json, "files", input.files());
        counts(json, "documents", input.documents());
        json.inRows().array("setAside");
        for (Input.SetAside setAside : input.setAside()) {
            json.object().text("outcome", setAside.outcome()).text("reason", setAside.reason());
            location(json, "location", setAside.location());
            json.end();
        }
        json.end().end();
    }

    private void platform(Platform platform) {
        json.inRows().object("platform").text("name", platform.name());
        json.inRows().array("assets");
        platform.assets().forEach(this::asset);
        json.end().inRows().array("links");
        for (Link link : platform.links()) {
            json.object()
                    .text("from", platform.asset(link.from()).id())
                    .text("kind", link.kind())
                    .text("to", platform.asset(link.to()).id());
            location(json, "evidence", link.evidence());
            json.end();
        }
        json.end().inRows().object("properties");
        platform.properties().forEach((property, column) -> property(platform, property, column));
        json.end();
        completeness(platform.completeness());
        json.end();
    }

    private void asset(Asset asset) {
        json.object()
                .text("id", asset.id())
                .text("kind", asset.kind())
                .text("group", asset.group())
                .text("version", asset.version())
                .text("namespace", asset.namespace())
                .text("name", asset.name())
                .text("zone", asset.zone());
        var classification = asset.classification();
        json.text("role", classification.role());
        classification.layer().ifPresent(layer -> json.text("layer", layer.word()));
        classification.plane().ifPresent(plane -> json.text("plane", plane.word()));
        json.text("component", classification.component()).text("reason", classification.reason());
        json.array("locations");
        for (Location location : asset.locations()) {
            json.object();
            location(json, location);
        }
        json.end().end();
    }

    /** Rows instead of an object with ids as keys: an id may hold what parsers do not take in a key. */
    private void property(Platform platform, String property, SortedMap<Integer, String> column) {
        json.inRows().array(property);
        column.forEach((asset, value) -> json.object()
                .text("asset", platform.asset(asset).id())
                .text("value", value)
                .end());
        json.end();
    }

    private void completeness(Completeness completeness) {
        json.object("completeness")
                .flag("cluster", completeness.cluster())
                .texts("namespaces", completeness.namespaces())
                .end();
    }

    private void problem(Problem problem) {
        json.object()
                .text("code", problem.code())
                .text("level", Words.level(problem.level()))
                .text("message", problem.message())
                .text("remedy", problem.remedy());
        problem.location().ifPresent(location -> location(json, "location", location));
        json.end();
    }

    static void counts(JsonOutput json, String name, SortedMap<String, Integer> counts) {
        json.object(name);
        counts.forEach(json::number);
        json.end();
    }

    static void evidence(JsonOutput json, List<Evidence> all) {
        json.array("evidence");
        for (Evidence evidence : all) {
            json.object().text("statement", evidence.statement());
            location(json, "location", evidence.location());
            json.end();
        }
        json.end();
    }

    static void location(JsonOutput json, String name, Location location) {
        json.object(name);
        location(json, location);
    }

    /** Fills and ends an object that was started. */
    private static void location(JsonOutput json, Location location) {
        json.text("file", location.file()).number("line", location.line()).number("column", location.column());
        if (!location.pointer().isEmpty()) {
            json.text("pointer", location.pointer());
        }
        json.end();
    }
}
