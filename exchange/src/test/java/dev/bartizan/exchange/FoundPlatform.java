package dev.bartizan.exchange;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A platform of two assets with one threat that is real, one that nobody can tell, a way to the registry, and three incidents. */
final class FoundPlatform {
    static final String NOTEBOOK = "k8s:-/kubeflow.org/Notebook/lab/atlas";
    static final String REGISTRY = "k8s:-/apps/Deployment/models/mlflow";
    private static final Location PLACE = new Location("registry.yaml", 12, 7, "/spec");
    private static final Evidence OPEN = new Evidence("BL-SV-001: nobody has to log in", PLACE);

    private FoundPlatform() {}

    static Snapshot snapshot() {
        var platform = new Platform(
                "forecasts",
                List.of(asset(REGISTRY, "Deployment", "models", "mlflow"), asset(NOTEBOOK, "Notebook", "lab", "atlas")),
                List.of(new Link(1, 0, "calls", PLACE)),
                new TreeMap<>(),
                Completeness.NONE);
        return Snapshot.of(
                        new Input(LocalDate.of(2026, 11, 1), new TreeMap<>(), new TreeMap<>(), List.of()),
                        platform,
                        Trees.NONE,
                        List.of())
                .with(new ThreatFacts(List.of(), List.of(real(), open()), List.of(), List.of()))
                .with(paths())
                .with(new IncidentFacts(List.of(
                        incident("hub-worm", IncidentFacts.Outcome.WOULD_WORK, Truth.CONFIRMED, "AML.T0010.003"),
                        incident("script-runner", IncidentFacts.Outcome.STOPPED, Truth.REFUTED, "T1059"),
                        new IncidentFacts.Replay(
                                "elsewhere",
                                "Elsewhere",
                                "2024-05-02",
                                List.of("theft"),
                                List.of(),
                                "",
                                "",
                                IncidentFacts.Outcome.NOT_HERE,
                                List.of(),
                                "",
                                0,
                                Optional.empty(),
                                List.of("https://example.org/elsewhere")))));
    }

    private static Asset asset(String id, String kind, String namespace, String name) {
        return new Asset(
                id,
                kind,
                id.split("/", -1)[1],
                "v1",
                namespace,
                name,
                namespace,
                new Classification("model-registry", Optional.of(Layer.MODEL), Optional.empty(), Optional.empty(), ""),
                List.of(PLACE));
    }

    private static ThreatScenario real() {
        return scenario(
                "TH-X01",
                Severity.CRITICAL,
                Truth.CONFIRMED,
                List.of("C-AUTHN"),
                List.of("AML.T0044", "CWE-306", "T1190"));
    }

    private static ThreatScenario open() {
        return scenario("TH-X02", Severity.HIGH, Truth.undecided("signing of mlflow"), List.of(), List.of("T1195.002"));
    }

    private static ThreatScenario scenario(
            String threat, Severity severity, Truth truth, List<String> missing, List<String> references) {
        return new ThreatScenario(
                threat + "-scenario",
                threat,
                "The registry answers anybody",
                Layer.MODEL,
                List.of("theft"),
                List.of("tampering"),
                severity,
                severity.word(),
                truth,
                List.of("models"),
                "Whoever gets there takes the weights.",
                List.of(new ThreatScenario.Place(
                        REGISTRY, "mlflow answers anybody", truth, List.of(OPEN), ThreatScenario.Cures.NONE)),
                missing,
                List.of("C-AUTHN", "C-SEG"),
                references);
    }

    private static AttackPathFacts paths() {
        var step = new AttackPathFacts.Step(
                NOTEBOOK, REGISTRY, "T1210", "mlflow lets in whoever reaches it", List.of("isolate"), List.of(OPEN));
        var fix = new AttackPathFacts.Fix("isolate", "Let nobody reach mlflow", REGISTRY, 2);
        var path = new AttackPathFacts.AttackPath("notebook user", "reads it", List.of(step));
        return new AttackPathFacts(
                List.of(new AttackPathFacts.Jewel(REGISTRY, "a registry", List.of(path), List.of(fix), true, true)),
                List.of(fix),
                true,
                List.of());
    }

    private static IncidentFacts.Replay incident(
            String id, IncidentFacts.Outcome outcome, Truth truth, String technique) {
        return new IncidentFacts.Replay(
                id,
                "The " + id,
                "2024-03",
                List.of("theft"),
                List.of("CVE-2024-12345"),
                "It went round.",
                "all of it",
                outcome,
                List.of(new IncidentFacts.Step("It gets in", technique, truth, "C-AUTHN", List.of(OPEN))),
                REGISTRY,
                0,
                Optional.empty(),
                List.of("https://example.org/" + id));
    }
}
