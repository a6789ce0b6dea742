package dev.bartizan.report.html;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;
import java.util.Optional;

/** Which threats are real, how an attacker gets to what is worth most, and what happened elsewhere: one document, worst first. */
final class ThreatIsland {
    private static final int MOST_SCENARIOS = 600;
    private static final int MOST_PLACES = 12;
    private static final int MOST_EVIDENCE = 6;
    private static final int MOST_QUESTIONS = 15;
    private static final int MOST_PATHS = 3;
    private static final int MOST_GAPS = 5;

    private final Texts texts;
    private final AssetIslands assets;
    private final Snapshot snapshot;

    ThreatIsland(Texts texts, AssetIslands assets, Snapshot snapshot) {
        this.texts = texts;
        this.assets = assets;
        this.snapshot = snapshot;
    }

    byte[] bytes(ThreatFacts facts) {
        return Island.json(json -> {
            json.object().array("layers");
            for (Layer layer : Layer.values()) {
                ThreatFacts.Result result = facts.layer(layer);
                json.array()
                        .text(layer.word())
                        .number(result.confirmed())
                        .number(result.refuted())
                        .number(result.undecided())
                        .end();
            }
            json.end()
                    .number("omitted", Math.max(0, facts.scenarios().size() - MOST_SCENARIOS))
                    .inRows()
                    .array("scenarios");
            facts.scenarios().stream()
                    .limit(MOST_SCENARIOS)
                    .forEach(scenario -> scenario(json, scenario, facts.decision(scenario)));
            json.end().inRows().array("questions");
            facts.questions().stream().limit(MOST_QUESTIONS).forEach(question -> question(json, question));
            json.end();
            snapshot.attackPaths().ifPresent(paths -> paths(json, paths));
            snapshot.incidents().ifPresent(incidents -> {
                json.inRows().array("incidents");
                incidents.incidents().forEach(replay -> incident(json, replay));
                json.end();
            });
            json.end();
        });
    }

    private void scenario(JsonOutput json, ThreatScenario scenario, Optional<ThreatFacts.Decision> decision) {
        json.object()
                .text("id", scenario.id())
                .number("threat", texts.index(scenario.threat()))
                .number("title", texts.index(scenario.title()))
                .text("layer", scenario.layer().word())
                .text("severity", scenario.severity().word())
                .number("reason", texts.index(scenario.severityReason()))
                .flag("open", !scenario.truth().isConfirmed())
                .number("story", texts.index(scenario.story()));
        decision.ifPresent(made -> json.text("decided", Texts.clip(made.sentence(), 500)));
        texts.list(json, "patterns", scenario.patterns());
        texts.list(json, "zones", scenario.zones());
        texts.list(json, "missing", scenario.missing());
        texts.list(json, "controls", scenario.controls());
        texts.list(json, "references", scenario.references());
        json.number("more", Math.max(0, scenario.places().size() - MOST_PLACES)).array("places");
        for (ThreatScenario.Place place :
                scenario.places().stream().limit(MOST_PLACES).toList()) {
            json.object().number("statement", texts.index(place.statement()));
            assets.reference(json, "asset", place.asset());
            gaps(json, place.truth());
            evidence(json, place.evidence());
            json.end();
        }
        json.end().end();
    }

    private void gaps(JsonOutput json, Truth truth) {
        if (truth instanceof Truth.Undecided undecided) {
            texts.list(json, "gaps", undecided.gaps().stream().limit(MOST_GAPS).toList());
        }
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

    private void question(JsonOutput json, Question question) {
        json.object()
                .text("place", Texts.clip(question.place(), 300))
                .text("text", Texts.clip(question.text(), 1_000))
                .text("answer", Texts.clip(question.answer(), 2_000))
                .number("settles", question.settles().size())
                .end();
    }

    private void paths(JsonOutput json, AttackPathFacts facts) {
        json.object("paths").flag("exact", facts.isExact());
        fixes(json, "chokePoints", facts.chokePoints());
        texts.list(json, "limits", facts.limits());
        json.inRows().array("jewels");
        for (AttackPathFacts.Jewel jewel : facts.jewels()) {
            json.object().number("reason", texts.index(jewel.reason())).flag("exact", jewel.isExact());
            assets.reference(json, "asset", jewel.asset());
            json.flag("isCut", jewel.isCut());
            fixes(json, "cut", jewel.cut());
            json.array("paths");
            jewel.paths().stream().limit(MOST_PATHS).forEach(path -> path(json, path));
            json.end().end();
        }
        json.end().end();
    }

    private void fixes(JsonOutput json, String name, List<AttackPathFacts.Fix> fixes) {
        json.array(name);
        for (AttackPathFacts.Fix fix : fixes) {
            json.array()
                    .number(texts.index(fix.id()))
                    .number(texts.index(fix.title()))
                    .number(fix.effort())
                    .end();
        }
        json.end();
    }

    private void path(JsonOutput json, AttackPathFacts.AttackPath path) {
        json.object()
                .number("start", texts.index(path.start()))
                .number("goal", texts.index(path.goal()))
                .array("steps");
        for (AttackPathFacts.Step step : path.steps()) {
            json.object()
                    .number("technique", texts.index(step.technique()))
                    .number("statement", texts.index(step.statement()));
            if (!step.from().isEmpty()) {
                assets.reference(json, "from", step.from());
            }
            assets.reference(json, "to", step.to());
            texts.list(json, "fixes", step.fixes());
            evidence(json, step.evidence());
            json.end();
        }
        json.end().end();
    }

    private void incident(JsonOutput json, IncidentFacts.Replay replay) {
        json.object()
                .number("title", texts.index(replay.title()))
                .text("date", replay.date())
                .text("outcome", replay.outcome().word())
                .number("story", texts.index(replay.story()))
                .number("affected", texts.index(replay.affected()))
                .number("others", replay.others());
        texts.list(json, "identifiers", replay.identifiers());
        texts.list(json, "patterns", replay.patterns());
        texts.list(json, "sources", replay.sources());
        if (!replay.asset().isEmpty()) {
            assets.reference(json, "asset", replay.asset());
        }
        json.array("steps");
        for (IncidentFacts.Step step : replay.steps()) {
            json.object()
                    .number("title", texts.index(step.title()))
                    .number("technique", texts.index(step.technique()))
                    .number("control", texts.index(step.control()))
                    .text("truth", step.truth().word());
            gaps(json, step.truth());
            evidence(json, step.evidence());
            json.end();
        }
        json.end().end();
    }
}
