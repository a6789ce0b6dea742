package dev.bartizan.report.share;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** For who runs the platform: what depends on what, and what is to be expected of whom. */
public final class OperationsShare {
    private OperationsShare() {}

    /** Dependencies and intents. */
    public static String reliability(Snapshot snapshot) {
        return ShareDocument.write(
                "reliability",
                snapshot,
                List.of(
                        "What encryption and inspection cost in latency is not measured: it needs traffic.",
                        "Retransmits and the health of fabrics are not measured: they need traffic."),
                json -> {
                    dependencies(json, "dependencies", snapshot.platform());
                    json.inRows().array("intents");
                    snapshot.connectivity()
                            .flatMap(facts -> facts.intents())
                            .orElse(List.of())
                            .forEach(intent -> intent(json, intent));
                    json.end();
                });
    }

    private static void intent(JsonOutput json, IntentResult intent) {
        json.object()
                .text("id", intent.id())
                .text("title", intent.title())
                .text("demand", intent.demand())
                .text("verdict", intent.verdict().word())
                .number("pairs", intent.pairs())
                .number("against", intent.against())
                .number("open", intent.open())
                .end();
    }

    /** Assets with their roles, the edges that are expected, and the threats to watch. */
    public static String runtimeSecurity(Snapshot snapshot) {
        return ShareDocument.write(
                "runtime-security",
                snapshot,
                List.of(
                        "Edges are what manifests declare: one that is not listed is unexpected, and not by itself an attack.",
                        "Processes and listening ports are not expected by name: manifests seldom tell them.",
                        "With --out, rules for Falco and policies for Tetragon stand beside this; none of them was run in a cluster."),
                json -> {
                    json.inRows().array("assets");
                    snapshot.platform().assets().forEach(asset -> asset(json, asset));
                    json.end();
                    dependencies(json, "expected", snapshot.platform());
                    json.inRows().array("workloads");
                    ExpectedConduct.of(snapshot).forEach(conduct -> conduct(json, conduct));
                    json.end();
                    json.inRows().array("threats");
                    snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of()).stream()
                            .filter(scenario -> scenario.truth().isConfirmed())
                            .forEach(scenario -> threat(json, scenario));
                    json.end();
                });
    }

    private static void conduct(JsonOutput json, ExpectedConduct conduct) {
        json.object()
                .text("asset", conduct.workload().id())
                .text("role", conduct.workload().classification().role())
                .texts("outside", conduct.outside())
                .flag("usesApi", conduct.usesApi())
                .flag("interactive", conduct.isInteractive())
                .texts("byDesign", conduct.byDesign())
                .end();
    }

    private static void asset(JsonOutput json, Asset asset) {
        json.object()
                .text("id", asset.id())
                .text("kind", asset.kind())
                .text("namespace", asset.namespace())
                .text("name", asset.name())
                .text("role", asset.classification().role())
                .text("zone", asset.zone())
                .end();
    }

    private static void threat(JsonOutput json, ThreatScenario scenario) {
        json.object()
                .text("threat", scenario.threat())
                .text("title", scenario.title())
                .text("severity", scenario.severity().word())
                .texts("zones", scenario.zones())
                .texts(
                        "assets",
                        scenario.places().stream()
                                .map(ThreatScenario.Place::asset)
                                .distinct()
                                .toList())
                .texts("references", scenario.references())
                .end();
    }

    private static void dependencies(JsonOutput json, String key, Platform platform) {
        json.inRows().array(key);
        for (Link link : platform.links()) {
            json.object()
                    .text("from", platform.asset(link.from()).id())
                    .text("kind", link.kind())
                    .text("to", platform.asset(link.to()).id())
                    .text("file", link.evidence().file())
                    .number("line", link.evidence().line())
                    .end();
        }
        json.end();
    }
}
