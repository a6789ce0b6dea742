package dev.bartizan.snapshot;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Requirement;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import java.util.List;
import java.util.function.Consumer;

/** The keys {@code controls}, {@code responsibilities}, {@code patterns} and {@code defences}: all of them or none. */
final class SafeguardWriter {
    static final List<String> KEYS = List.of("controls", "responsibilities", "patterns", "defences");

    private final JsonOutput json;

    SafeguardWriter(JsonOutput json) {
        this.json = json;
    }

    void write(SafeguardFacts facts) {
        KEYS.forEach(key -> write(facts, key));
    }

    /** One key. */
    void write(SafeguardFacts facts, String key) {
        switch (key) {
            case "controls" -> rows(key, facts.controls(), this::control);
            case "responsibilities" -> rows(key, facts.responsibilities(), this::responsibility);
            case "patterns" -> rows(key, facts.patterns(), this::pattern);
            case "defences" -> rows(key, facts.defences(), this::defence);
            default -> throw new IllegalArgumentException("no key is called " + key);
        }
    }

    private <T> void rows(String name, List<T> entries, Consumer<T> entry) {
        json.inRows().array(name);
        entries.forEach(entry);
        json.end();
    }

    private <T> void list(String name, List<T> entries, Consumer<T> entry) {
        json.array(name);
        entries.forEach(entry);
        json.end();
    }

    private void control(Safeguard control) {
        json.object()
                .text("id", control.control())
                .text("title", control.title())
                .text("phase", control.phase().word())
                .text("ground", control.ground().word())
                .texts("checks", control.checks());
        list("counterparts", control.counterparts(), this::counterpart);
        coverage(control.coverage());
        list("proofs", control.proofs(), this::proof);
        list("threats", control.threats(), this::cell);
        json.end();
    }

    private void counterpart(Counterpart counterpart) {
        json.object()
                .text("catalogue", counterpart.catalogue().word())
                .text("id", counterpart.id())
                .text("strength", counterpart.strength().word())
                .end();
    }

    private void coverage(Coverage coverage) {
        json.number("applicable", coverage.applicable().cardinality())
                .number("evidenced", coverage.evidenced().cardinality())
                .number("refuted", coverage.refuted().cardinality())
                .number("open", coverage.open().cardinality())
                .object("assets");
        AssetSets.write(json, "evidenced", coverage.evidenced());
        AssetSets.write(json, "refuted", coverage.refuted());
        AssetSets.write(json, "open", coverage.open());
        json.end();
    }

    private void proof(Proof proof) {
        json.object()
                .text("state", proof.state().word())
                .text("source", proof.source())
                .number("assets", proof.assets());
        SnapshotWriter.evidence(json, proof.evidence());
        json.end();
    }

    private void cell(Cell cell) {
        json.object()
                .text("threat", cell.threat())
                .number("evidenced", cell.evidenced())
                .number("refuted", cell.refuted())
                .number("open", cell.open())
                .number("gaps", cell.gaps())
                .end();
    }

    private void responsibility(Responsibility row) {
        json.object()
                .text("layer", row.layer().map(Layer::word))
                .text("control", row.control())
                .text("party", row.party().word())
                .texts("owners", row.owners())
                .number("evidenced", row.evidenced())
                .number("refuted", row.refuted())
                .number("open", row.open())
                .text("reason", row.reason());
        row.declared().ifPresent(location -> SnapshotWriter.location(json, "declared", location));
        json.end();
    }

    private void pattern(PatternResult pattern) {
        json.object()
                .text("id", pattern.id())
                .text("title", pattern.title())
                .text("layer", pattern.layer().word())
                .text("intent", pattern.intent())
                .texts("forces", pattern.forces());
        list("requirements", pattern.requirements(), this::requirement);
        json.inRows();
        list("places", pattern.places(), this::place);
        json.end();
    }

    private void requirement(Requirement requirement) {
        json.object()
                .text("title", requirement.title())
                .text("control", requirement.control())
                .text("remedy", requirement.remedy())
                .end();
    }

    private void place(Place place) {
        json.object()
                .text("place", place.place())
                .text("standing", place.standing().word())
                .texts("assets", place.assets());
        list("answers", place.answers(), this::answer);
        json.texts("gaps", place.gaps()).end();
    }

    private void answer(Answer answer) {
        json.object();
        ThreatWriter.truth(json, answer.truth());
        SnapshotWriter.evidence(json, answer.evidence());
        json.end();
    }

    private void defence(Defence defence) {
        json.object().text("asset", defence.asset()).text("reason", defence.reason());
        list("guards", defence.guards(), this::guard);
        json.end();
    }

    private void guard(Guard guard) {
        json.object()
                .text("control", guard.control())
                .text("phase", guard.phase().word())
                .text("state", guard.state().word())
                .texts("threats", guard.threats());
        SnapshotWriter.evidence(json, guard.evidence());
        json.text("gap", guard.gap()).end();
    }
}
