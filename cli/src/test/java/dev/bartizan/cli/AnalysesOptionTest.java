package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assess --analyses}: what is asked is answered as ever, and what is not asked is said and looks like nothing. */
class AnalysesOptionTest {
    private static final String PLATFORM = """
            apiVersion: kubeflow.org/v1
            kind: Notebook
            metadata: {name: lab, namespace: lab}
            spec: {template: {spec: {containers: [{name: lab, image: quay.io/jupyter/base-notebook}]}}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: lab}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            """;

    @TempDir
    private Path folder;

    private Path manifests = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        manifests = Files.createDirectories(folder.resolve("manifests"));
        Files.writeString(manifests.resolve("platform.yaml"), PLATFORM);
    }

    @Test
    void whatIsAskedIsAnsweredAsInAFullRun() {
        assess();
        Snapshot full = Assessment.in(out);
        for (Analysis last : Analysis.values()) {
            assess("--analyses", last.word());
            Snapshot part = Assessment.in(out);

            assertThat(part.analyses()).contains(last);
            assertThat(part.connectivity()).isEqualTo(full.connectivity());
            assertThat(part.controls().or(full::controls)).isEqualTo(full.controls());
            assertThat(part.threats().or(full::threats)).isEqualTo(full.threats());
            assertThat(part.safeguards().or(full::safeguards)).isEqualTo(full.safeguards());
            assertThat(part.risks().or(full::risks)).isEqualTo(full.risks());
            assertThat(part.readiness().or(full::readiness)).isEqualTo(full.readiness());
        }
    }

    @Test
    void whatIsNeededJoinsAndIsSaidSoIsWhatWasLeftOut() throws IOException {
        Ran ran = assess("--analyses", "baseline");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).contains("analysed too, since it is needed: network");
        assertThat(ran.out()).contains("Not analysed: threats, risk, readiness", "Findings: ");
        assertThat(Assessment.file(out))
                .content()
                .contains("\"notAnalysed\":[\"threats\",\"risk\",\"readiness\"]", "\"findings\":[")
                .doesNotContain("\"threats\":", "\"risks\":", "\"readiness\":", "\"attackPaths\":");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("\"notAnalysed\":[\"threats\",\"risk\",\"readiness\"]")
                .doesNotContain("id=\"threats\"", "id=\"risks\"", "id=\"readiness\"");
    }

    @Test
    void withoutTheOptionNothingIsLeftOut() {
        Ran ran = assess();

        assertThat(ran.err().lines()).containsExactly("not read: nothing, every file and document was read");
        assertThat(ran.out()).doesNotContain("Not analysed", "Not compared");
        assertThat(Assessment.file(out)).content().contains("\"notAnalysed\":[]");
    }

    @Test
    void withoutTheBaselineNothingIsSaidOfFindings() {
        Ran ran = assess("--analyses", "network");

        assertThat(ran.out()).contains("Not analysed: baseline, ").doesNotContain("Findings");
        assertThat(Assessment.file(out)).content().doesNotContain("\"findings\":");
        assertThat(out.resolve("findings.sarif")).content().contains("The baseline did not run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --analyses basline                          | 'basline' is none of them, did you mean 'baseline'?
            --analyses everything                       | --analyses takes network, baseline, threats, risk, readiness; 'everything' is none of them.
            --analyses baseline --fail-on path          | path needs the analysis threats, which --analyses leaves out.
            --analyses threats --fail-on high,appetite  | appetite needs the analysis risk, which --analyses leaves out.
            --analyses network --fail-on critical       | critical needs the analysis baseline, which --analyses leaves out.
            """)
    void aGateThatCouldNotFailIsWrongUsage(String words, String message) {
        Ran ran = assess(words.split(" "));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).startsWith("bartizan: ").contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void aGateOnWhatWasAskedHolds() {
        assertThat(assess("--analyses", "network", "--fail-on", "problems").exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(assess("--analyses", "baseline", "--fail-on", "low").exitCode())
                .isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void anAssessmentThatWasMadeBeforeIsNotAnalysedAgain() {
        assess("--analyses", "baseline");
        String made = Assessment.file(out).toString();

        assertThat(Ran.of("assess", made, "--analyses", "threats", "--out", out.toString())
                        .err())
                .contains("--analyses is for manifests");
        assertThat(Ran.of("assess", made, "--fail-on", "path", "--out", out.toString())
                        .err())
                .contains("path needs the analysis threats, which this assessment does not hold.");
    }

    @Test
    void againstAnOlderAssessmentOnlyWhatBothHoldIsCompared() throws IOException {
        assess("--analyses", "baseline");
        Path old = Files.move(Assessment.file(out), folder.resolve("old.json"));

        Ran ran = assess("--against", old.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains(
                        "This change adds nothing",
                        "Not compared, since only one of the two assessments holds it: threats");
        assertThat(ran.err()).contains("gate warns: only one of the two assessments holds threats, risk, readiness");

        Ran asked = assess("--against", old.toString(), "--fail-on", "path");
        assertThat(asked.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(asked.err()).contains("path needs the analysis threats, which the older assessment does not hold.");
    }

    @Test
    void findingsOfAnOlderAssessmentWithoutABaselineAreNotCalledNew() throws IOException {
        assess("--analyses", "network");
        Path old = Files.move(Assessment.file(out), folder.resolve("old.json"));

        Ran ran = assess("--analyses", "baseline", "--against", old.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("holds it: baseline", "All findings").doesNotContain("This change adds");
    }

    private Ran assess(String... more) {
        List<String> words = List.of("assess", manifests.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        return Ran.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
