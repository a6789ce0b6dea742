package dev.bartizan.report.html;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Requirement;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** Which controls are proven, who owns them, which patterns are kept and what stands around the crown jewels: one document. */
final class SafeguardIsland {
    private static final int MOST_PLACES = 12;
    private static final int MOST_ASSETS = 6;
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_GAPS = 4;
    private static final int MOST_JEWELS = 40;

    private final Texts texts;
    private final AssetIslands assets;
    private final Snapshot snapshot;

    SafeguardIsland(Texts texts, AssetIslands assets, Snapshot snapshot) {
        this.texts = texts;
        this.assets = assets;
        this.snapshot = snapshot;
    }

    byte[] bytes(SafeguardFacts facts) {
        return Island.json(json -> {
            json.object().inRows().array("threats");
            snapshot.threats().stream()
                    .flatMap(known -> known.results().stream())
                    .filter(result -> result.applicable() > 0)
                    .forEach(result -> threat(json, result));
            json.end().inRows().array("controls");
            facts.controls().forEach(control -> control(json, control));
            json.end().inRows().array("responsibilities");
            facts.responsibilities().forEach(row -> responsibility(json, row));
            json.end().inRows().array("patterns");
            facts.patterns().forEach(pattern -> pattern(json, pattern));
            json.end().number("omitted", Math.max(0, facts.defences().size() - MOST_JEWELS));
            json.inRows().array("defences");
            facts.defences().stream().limit(MOST_JEWELS).forEach(defence -> defence(json, defence));
            json.end().end();
        });
    }

    private void threat(JsonOutput json, ThreatFacts.Result result) {
        json.array()
                .text(result.threat())
                .number(texts.index(result.title()))
                .text(result.layer().word())
                .number(result.confirmed())
                .end();
    }

    private void control(JsonOutput json, Safeguard control) {
        json.object()
                .text("id", control.control())
                .number("title", texts.index(control.title()))
                .text("phase", control.phase().word())
                .text("ground", control.ground().word())
                .flag("untold", control.isUntold())
                .flag("unneeded", control.isUnneeded())
                .array("counts")
                .number(control.coverage().evidenced().cardinality())
                .number(control.coverage().refuted().cardinality())
                .number(control.coverage().open().cardinality())
                .end()
                .array("counterparts");
        for (Counterpart counterpart : control.counterparts()) {
            json.array()
                    .text(counterpart.catalogue().title())
                    .text(counterpart.id())
                    .text(counterpart.strength().word())
                    .end();
        }
        json.end().array("proofs");
        for (Proof proof : control.proofs()) {
            json.object()
                    .text("state", proof.state().word())
                    .number("source", texts.index(proof.source()))
                    .number("assets", proof.assets());
            evidence(json, proof.evidence());
            json.end();
        }
        json.end().array("cells");
        for (Cell cell : control.threats()) {
            json.array()
                    .text(cell.threat())
                    .number(cell.evidenced())
                    .number(cell.refuted())
                    .number(cell.open())
                    .number(cell.gaps())
                    .end();
        }
        json.end().end();
    }

    private void responsibility(JsonOutput json, Responsibility row) {
        json.object()
                .text("layer", row.layer().map(Layer::word).orElse("none"))
                .text("control", row.control())
                .text("party", row.party().word())
                .array("counts")
                .number(row.evidenced())
                .number(row.refuted())
                .number(row.open())
                .end()
                .number("reason", texts.index(row.reason()));
        texts.list(json, "owners", row.owners());
        row.declared().ifPresent(location -> {
            json.array("declared");
            texts.place(json, location);
            json.end();
        });
        json.end();
    }

    private void pattern(JsonOutput json, PatternResult pattern) {
        json.object()
                .text("id", pattern.id())
                .number("title", texts.index(pattern.title()))
                .text("layer", pattern.layer().word())
                .number("intent", texts.index(pattern.intent()))
                .array("counts");
        for (SafeguardFacts.Standing standing : SafeguardFacts.Standing.values()) {
            json.array().text(standing.word()).number(pattern.count(standing)).end();
        }
        json.end();
        texts.list(json, "forces", pattern.forces());
        json.array("requirements");
        for (Requirement requirement : pattern.requirements()) {
            json.array()
                    .number(texts.index(requirement.title()))
                    .text(requirement.control())
                    .number(texts.index(requirement.remedy()))
                    .end();
        }
        json.end()
                .number("more", Math.max(0, pattern.places().size() - MOST_PLACES))
                .array("places");
        pattern.places().stream().limit(MOST_PLACES).forEach(place -> place(json, place));
        json.end().end();
    }

    private void place(JsonOutput json, Place place) {
        json.object()
                .number("place", texts.index(place.place()))
                .text("standing", place.standing().word())
                .number("more", Math.max(0, place.assets().size() - MOST_ASSETS))
                .array("assets");
        place.assets().stream().limit(MOST_ASSETS).forEach(asset -> assets.reference(json, asset));
        json.end();
        texts.list(json, "gaps", place.gaps().stream().limit(MOST_GAPS).toList());
        json.array("answers");
        for (Answer answer : place.answers()) {
            json.object().text("truth", answer.truth().word());
            if (answer.truth() instanceof Truth.Undecided undecided) {
                texts.list(
                        json, "gaps", undecided.gaps().stream().limit(MOST_GAPS).toList());
            }
            evidence(json, answer.truth().isConfirmed() ? List.of() : answer.evidence());
            json.end();
        }
        json.end().end();
    }

    private void defence(JsonOutput json, Defence defence) {
        json.object();
        assets.reference(json, "asset", defence.asset());
        json.number("reason", texts.index(defence.reason())).array("guards");
        for (Guard guard : defence.guards()) {
            json.object()
                    .text("control", guard.control())
                    .text("phase", guard.phase().word())
                    .text("state", guard.state().word())
                    .texts("threats", guard.threats())
                    .number("gap", texts.index(guard.gap()));
            evidence(json, guard.evidence());
            json.end();
        }
        json.end().end();
    }

    private void evidence(JsonOutput json, List<Evidence> all) {
        json.array("evidence");
        all.stream().limit(MOST_EVIDENCE).forEach(each -> {
            json.array().number(texts.index(each.statement()));
            texts.place(json, each.location());
            json.end();
        });
        json.end();
    }
}
