package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats of one's own beside the packaged ones, named on the command line or in bartizan.yaml. */
class OwnCatalogueTest {
    private static final String PLATFORM =
            Repository.path("examples/reference-platform/as-found").toString();

    private static final String THREAT = """
            id: TH-ACME01
            version: 1.0.0
            title: A notebook that may use accelerators
            layer: pipeline
            patterns: [insider]
            stride: [repudiation]
            roles: [notebook]
            when: |
              n.accelerated
              && n.role == 'notebook'
            story: Nobody knows what it computes.
            explain: "{n} computes for anybody"
            controls: [C-ACME]
            frequency: {low: 0.1, mode: 0.2, high: 1}
            impact: integrity
            severity: medium
            maps: {}
            examples: {fires: [one], silent: [two]}
            ---
            controls:
              - id: C-ACME
                title: Somebody answers for it
                effect: detection
                strength: 0.3
                phase: detect
                ground: workload
                attested: true
                maps: {}
            """;

    @TempDir
    private Path folder;

    private Path catalogue = Path.of("");

    @BeforeEach
    void write() throws IOException {
        catalogue = Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(catalogue.resolve("acme.yaml"), THREAT);
    }

    @Test
    void anOwnThreatIsAskedAboutLikeAnyOther() {
        var run = Ran.of("threats", "list", PLATFORM, "--catalog", catalogue.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("TH-ACME01", "damage-vision computes for anybody");
    }

    @Test
    void bartizanYamlNamesTheFolderAndAttestsTheControl() throws IOException {
        Path config = folder.resolve("bartizan.yaml");
        Files.writeString(config, """
                version: 1
                threats:
                  catalogues: [catalogue]
                attestations:
                  - {control: C-ACMEE, evidence: a ticket, date: 2026-10-01, select: {kinds: [Notebook]}}
                """);
        var run = Ran.of("threats", "list", PLATFORM, "--config", config.toString());

        assertThat(run.out()).contains("TH-ACME01");
        assertThat(run.err())
                .contains("bartizan.yaml:5:5: The catalogue has no control of this name; did you mean C-ACME?");
    }

    @Test
    void aMistakeInAConditionIsShownUnderItsPlaceAndTheRestIsAsked() throws IOException {
        Files.writeString(catalogue.resolve("acme.yaml"), THREAT.replace("== 'notebook'", "== 'notebok'"));
        Files.writeString(
                catalogue.resolve("other.yaml"),
                THREAT.substring(0, THREAT.indexOf("---"))
                        .replace("TH-ACME01", "TH-ACME02")
                        .replace("n.accelerated", "n.accelerate"));
        var run = Ran.of("threats", "list", PLATFORM, "--catalog", catalogue.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains("acme.yaml:1:1: 'notebok' is no role; did you mean 'notebook'?\n"
                        + "    && n.role == 'notebok'\n                 ^")
                .contains("other.yaml:1:1: undefined field 'accelerate'", "\n     ^");
        assertThat(run.out()).doesNotContain("TH-ACME").contains("TH-I04");
    }

    @Test
    void whatCouldNotBeUsedOfACatalogueFailsTheGateOfProblems() throws IOException {
        Files.writeString(catalogue.resolve("acme.yaml"), THREAT.replace("roles:", "rolls:"));
        var run = Ran.of(
                "assess",
                PLATFORM,
                "--catalog",
                catalogue.toString(),
                "--fail-on",
                "problems",
                "--out",
                folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void aFolderThatIsNotThereIsWrongUsage() {
        var run = Ran.of("threats", "list", PLATFORM, "--catalog", "nowhere");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--catalog: there is no folder nowhere.");
    }
}
