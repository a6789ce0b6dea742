package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bartizan threats import} and {@code export}. */
class ThreatModelsCommandTest {
    private static final String MODEL =
            Repository.path("exchange/src/test/resources/models/chat.otm.yaml").toString();
    private static final String PLATFORM =
            Repository.path("examples/reference-platform/as-found").toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"navigator", "navigator-atlas", "stix"})
    void whatWasFoundIsShownToToolsThatKnowTechniques(String view) throws IOException {
        Path out = folder.resolve("view.json");
        var run = Ran.of(
                "threats", "export", PLATFORM, "--format", view, "--out", out.toString(), "--as-of", "2026-11-22");
        String first = Files.readString(out);
        Ran.of("threats", "export", PLATFORM, "--format", view, "--out", out.toString(), "--as-of", "2026-11-22");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("left out: assets: ", "not read: nothing");
        assertThat(first)
                .isEqualTo(Files.readString(out))
                .contains(
                        "minio-buckets opens a bucket to callers without a name",
                        "registry/minio-buckets-job.yaml:31:15");
    }

    @Test
    void aViewIsNothingToRead() {
        var run = Ran.of("threats", "import", MODEL, "--format", "stix");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Ran.of("threats", "export", PLATFORM, "--format", "visio").err())
                .contains("threagile, navigator, navigator-atlas, stix, not 'visio'");
    }

    @Test
    void aModelIsToldOnOnePage() {
        var run = Ran.of("threats", "import", MODEL);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("Support chat  (Open Threat Model 0.2.0)")
                .contains("Open, and no control is named (1 of 2 threats):", "Weights are copied");
    }

    @Test
    void aModelComesFromStandardInputAndGoesToAFile() throws IOException {
        Path out = folder.resolve("model.yaml");
        var run = Ran.reading(
                new ByteArrayInputStream(Files.readAllBytes(Path.of(MODEL))),
                "threats",
                "import",
                "-",
                "--format",
                "threagile",
                "--out",
                out.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("filled in: assets: ", "Threagile requires it");
        assertThat(Ran.of("threats", "import", out.toString()).out()).contains("(Threagile 1.0.0)");
    }

    @Test
    void allThatIsLostCanBeListed() {
        var grouped = Ran.of("threats", "import", MODEL, "--format", "threat-composer");
        var listed = Ran.of("threats", "import", MODEL, "--format", "threat-composer", "--all-losses");

        assertThat(listed.out()).isEqualTo(grouped.out()).startsWith("{");
        assertThat(listed.err()).contains("left out: asset 'Browser' (chat.otm.yaml:");
        assertThat(listed.err().lines())
                .hasSizeGreaterThan((int) grouped.err().lines().count());
    }

    @Test
    void assetsPartiesAndFlowsGoIntoBartizanYaml() {
        String library = Repository.path("exchange/src/test/resources/models/chat.tmlib.json")
                .toString();
        Path config = folder.resolve("bartizan.yaml");
        var run = Ran.of("threats", "import", library, "--format", "bartizan-yaml", "--out", config.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("bartizan.yaml has no place for it");
        Path out = folder.resolve("out");

        Ran.of("assess", PLATFORM, "--config", config.toString(), "--out", out.toString(), "--as-of", "2026-11-22");

        assertThat(Assessment.in(out).problems())
                .filteredOn(problem -> problem.toString().startsWith("bartizan.yaml:"))
                .isEmpty();
        assertThat(Assessment.in(out).platform().assets())
                .anyMatch(
                        asset -> asset.name().equals("Customer") && asset.zone().equals("internet"))
                .anyMatch(asset -> asset.id().equals("declared:model-server")
                        && asset.zone().equals("serving")
                        && asset.classification().role().equals("inference-endpoint"));
    }

    @Test
    void whatIsWrongWithAModelFailsTheGateAndWhatIsNoneIsWrongUsage() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("a.json"), "{\"otmVersion\": \"0.2.0\", \"projekt\": {}, \"project\": {\"id\": \"a\"}}");
        Path none = Files.writeString(folder.resolve("b.yaml"), "kind: Pod\n");

        var run = Ran.of("threats", "import", broken.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.err()).contains("a.json:1:25: Unknown key 'projekt'; did you mean 'project'?");
        assertThat(Ran.of("threats", "import", none.toString()).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Ran.of("threats", "import", none.toString(), "--format", "poem")
                        .err())
                .contains("--format takes summary, json, bartizan-yaml, otm, threat-dragon");
        assertThat(Ran.of("threats").err())
                .contains("threats needs one of: list, paths, matrix, incidents, workshop, template, import, export.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"otm", "threat-dragon", "tm-library", "tm-bom", "threat-composer", "threagile"})
    void thePlatformIsAModelInEveryFormatAlwaysTheSame(String format) throws IOException {
        Path out = folder.resolve("platform");
        String[] command = {
            "threats", "export", PLATFORM, "--format", format, "--as-of", "2026-11-22", "--out", out.toString()
        };
        var run = Ran.of(command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        String first = Files.readString(out, StandardCharsets.UTF_8);
        Ran.of(command);

        assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo(first);
        assertThat(run.err()).contains("left out: assets of the role: ");
        var read = Ran.of("threats", "import", out.toString());
        assertThat(read.exitCode()).as(read.err()).isEqualTo(ExitCode.DONE);
        assertThat(read.out()).contains(format.equals("threat-composer") ? "threats  " : "assets  ");
    }
}
