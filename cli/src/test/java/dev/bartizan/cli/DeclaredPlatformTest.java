package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A platform that nobody wrote manifests for: what people declare, or another tool's threat model says, is answered about. */
class DeclaredPlatformTest {
    private static final String CHAT = """
            version: 1
            externals:
              - {name: customer, zone: internet}
            assets:
              - {id: chat, role: inference-endpoint, component: vllm, zone: serving, missing: [C-AUTHN]}
              - {id: vectors, role: vector-store, zone: data, missing: [C-AUTHN]}
              - {id: ingest, role: data-ingestion, zone: pipeline}
            links:
              - {from: "declared:customer", kind: calls, to: chat}
              - {from: chat, kind: calls, to: vectors}
              - {from: ingest, kind: writes, to: vectors}
            classification:
              - {value: 3, select: {ids: ["declared:vectors"]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void threatsHoldThatDeclaredLinksAndControlsShowAndTheRestStaysOpen() throws IOException {
        Snapshot snapshot = assess(CHAT);

        assertThat(confirmed(snapshot)).contains("TH-M19", "TH-D09").doesNotContain("TH-D16");
        assertThat(scenario(snapshot, "TH-M19").places().getFirst().evidence())
                .extracting(evidence -> evidence.location().toString())
                .contains("bartizan.yaml:5:5", "bartizan.yaml:9:5");
        // Who else reaches the store, nobody said.
        assertThat(scenario(snapshot, "TH-D16").truth().isConfirmed()).isFalse();
        // Only checks tell of this one, and no check reads what is declared.
        assertThat(scenarios(snapshot)).noneMatch(scenario -> scenario.threat().equals("TH-N02"));
    }

    @Test
    void whatIsNotDeclaredIsNotThereWhereTheInputIsComplete() throws IOException {
        Snapshot snapshot = assess(CHAT + "complete: [cluster]\n");

        assertThat(scenarios(snapshot)).noneMatch(scenario -> scenario.threat().equals("TH-D16"));
    }

    @Test
    void anAttackerGoesAlongDeclaredLinks() throws IOException {
        var jewels = assess(CHAT).attackPaths().orElseThrow().jewels();

        assertThat(jewels)
                .filteredOn(jewel -> jewel.asset().equals("declared:chat"))
                .singleElement()
                .satisfies(jewel -> {
                    assertThat(jewel.paths().getFirst().steps().getFirst().technique())
                            .isEqualTo("T1190");
                    assertThat(jewel.isCut()).isTrue();
                });
    }

    @TestFactory
    Stream<DynamicTest> aModelOfEachToolBecomesAPlatform() throws IOException {
        Path models = Repository.assumeShared("exams/threat-models");
        List<Path> files;
        try (Stream<Path> all = Files.list(models)) {
            files = all.filter(file ->
                            !file.toString().endsWith(".md") && !file.toString().contains("mapping"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
        Map<String, Path> oneOfEach = new TreeMap<>();
        files.forEach(file -> oneOfEach.putIfAbsent(tool(file.getFileName().toString()), file));
        return oneOfEach.values().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> becomesAPlatform(file)));
    }

    /** Models of one tool begin and end alike. */
    private static String tool(String file) {
        return file.substring(0, 8) + file.substring(file.lastIndexOf('.'));
    }

    private void becomesAPlatform(Path model) throws IOException {
        Path platform =
                Files.createDirectories(folder.resolve(model.getFileName().toString()));
        Path config = platform.resolve("bartizan.yaml");

        var imported =
                Ran.of("threats", "import", model.toString(), "--format", "bartizan-yaml", "--out", config.toString());

        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(ExitCode.DONE);
        if (Files.readString(config).contains("\nassets:")) {
            Snapshot snapshot = assessed(platform);
            assertThat(snapshot.problems()).isEmpty();
            assertThat(snapshot.platform().assets())
                    .anyMatch(asset -> asset.kind().equals("Declared"));
            assertThat(snapshot.threats()).isPresent();
        }
    }

    private Snapshot assess(String declarations) throws IOException {
        Files.writeString(folder.resolve("bartizan.yaml"), declarations);
        return assessed(folder);
    }

    private Snapshot assessed(Path platform) {
        Path out = folder.resolve("out");
        var ran = Ran.of("assess", platform.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(out);
    }

    private static List<ThreatScenario> scenarios(Snapshot snapshot) {
        return snapshot.threats().orElseThrow().scenarios();
    }

    private static List<String> confirmed(Snapshot snapshot) {
        return scenarios(snapshot).stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .map(ThreatScenario::threat)
                .toList();
    }

    private static ThreatScenario scenario(Snapshot snapshot, String threat) {
        return scenarios(snapshot).stream()
                .filter(scenario -> scenario.threat().equals(threat))
                .findFirst()
                .orElseThrow();
    }
}
