package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a run fail in continuous integration, and what does not. */
class GateTest {
    /** Nothing is wrong with it. */
    private static final String SOUND = """
            apiVersion: v1
            kind: Pod
            metadata: {name: sound, namespace: kube-system}
            spec:
              serviceAccountName: sound
              automountServiceAccountToken: false
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: main
                  image: registry.example.com/sound@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                  resources: {limits: {cpu: 1, memory: 1Gi}}
                  securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
            """;

    /** One finding of severity high: it shares the host network. */
    private static final String HIGH =
            SOUND.replace("name: sound,", "name: high,").replace("spec:\n", "spec:\n  hostNetwork: true\n");

    /** One of severity low: its image is not pinned. */
    private static final String LOW =
            SOUND.replace("name: sound,", "name: low,").replaceAll("@sha256:[0-9a-f]+", ":1.0");

    @TempDir
    private Path folder;

    @BeforeEach
    void declare() throws IOException {
        Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                complete: [cluster]
                baseline: {parameters: {allowed-registries: [registry.example.com]}}
                """);
    }

    @Test
    void withoutAWordNothingFails() throws IOException {
        write("a.yaml", HIGH);
        assertThat(assess()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "low, GATE_FAILED",
        "medium, GATE_FAILED",
        "high, GATE_FAILED",
        "critical, DONE",
        "undecided, DONE",
        "problems, DONE",
        "'critical,high', GATE_FAILED",
        "HIGH, GATE_FAILED"
    })
    void aSeverityFailsOnThatAndWorse(String words, ExitCode expected) throws IOException {
        write("a.yaml", HIGH);
        assertThat(assess("--fail-on", words)).isEqualTo(expected);
    }

    @Test
    void aSoundPlatformPassesEveryGate() throws IOException {
        write("a.yaml", SOUND);
        assertThat(assess("--fail-on", "low,undecided,problems")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aComparisonFailsOnWhatIsNewAndOnNothingElse() throws IOException {
        write("a.yaml", HIGH);
        Path before = before();

        assertThat(assess("--against", before.toString())).isEqualTo(ExitCode.DONE);

        write("b.yaml", LOW);
        assertThat(assess("--against", before.toString())).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(assess("--against", before.toString(), "--fail-on", "new")).isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void movedAndRenamedIsNotNew() throws IOException {
        write("a.yaml", HIGH + "---\n" + LOW);
        Path before = before();
        Files.delete(folder.resolve("a.yaml"));
        write("renamed/other.yaml", "# a comment\n\n" + LOW + "---\n" + HIGH);

        var ran = run("--against", before.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains(": 0 new, 0 fixed, 2 unchanged");
    }

    @Test
    void aSeverityOfAComparisonCountsAllOrOnlyTheNew() throws IOException {
        write("a.yaml", HIGH);
        Path before = before();
        write("b.yaml", LOW);

        assertThat(assess("--against", before.toString(), "--fail-on", "high")).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(assess("--against", before.toString(), "--fail-on", "high", "--new-only"))
                .isEqualTo(ExitCode.DONE);
        assertThat(assess("--against", before.toString(), "--fail-on", "low", "--new-only"))
                .isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void whatIsFixedPasses() throws IOException {
        write("a.yaml", HIGH);
        Path before = before();
        write("a.yaml", SOUND.replace("name: sound,", "name: high,"));

        var ran = run("--against", before.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains(": 0 new, 1 fixed, 0 unchanged", "This change adds nothing");
    }

    @Test
    void whatCouldNotBeReadIsNotFixed() throws IOException {
        write("a.yaml", HIGH);
        write("b.yaml", SOUND);
        Path before = before();
        write("a.yaml", "kind: [\n");

        assertThat(run("--against", before.toString()).out()).contains("0 fixed", "1 unverified");
        assertThat(assess("--fail-on", "problems")).isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void undecidedFailsWhereSomethingMayBeElsewhere() throws IOException {
        write("a.yaml", SOUND.replace("kube-system", "team-a"));
        Files.delete(folder.resolve("bartizan.yaml"));

        assertThat(assess("--fail-on", "undecided")).isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void anExceptionKeepsAFindingFromCounting() throws IOException {
        write("a.yaml", HIGH);
        accept("2026-12-31");

        var ran = run("--fail-on", "low");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("1 finding accepted by exceptions");
    }

    @Test
    void anExceptionThatExpiredCountsAgainAndSaysSo() throws IOException {
        write("a.yaml", HIGH);
        accept("2026-11-21");

        var ran = run("--fail-on", "low");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.out()).contains("bartizan.yaml:4:5: The exception for BL-WL-002 ended on 2026-11-21");
    }

    @Test
    void anExceptionHoldsThroughItsLastDay() throws IOException {
        write("a.yaml", HIGH);
        accept("2026-11-22");

        assertThat(assess("--fail-on", "low")).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({"reason", "expires"})
    void anExceptionWithoutAReasonOrAnExpiryDateIsRefusedAtItsLine(String left) throws IOException {
        write("a.yaml", HIGH);
        accept("2026-12-31");
        Path file = folder.resolve("bartizan.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("    " + left + ":.*\\n", ""));

        var ran = run("--fail-on", "low");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.out()).contains("bartizan.yaml:4:", "'" + left + "'");
    }

    @Test
    void theReasonStandsOnStandardErrorAndTheLastLineSaysWhatWasNotRead() throws IOException {
        write("a.yaml", HIGH);
        write("notes.bin", "\u0000\u0001");

        var ran = run("--fail-on", "high");
        assertThat(ran.err().lines()).contains("gate failed: 1 finding of severity high or worse");
        assertThat(ran.lastMessage()).startsWith("not read: 1 ");
    }

    private void accept(String lastDay) throws IOException {
        Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                baseline:
                  exceptions:
                  - rule: BL-WL-002
                    reason: The proxy of the node.
                    expires: %s
                    by: security
                    select: {names: [high]}
                  parameters: {allowed-registries: [registry.example.com]}
                complete: [cluster]
                """.formatted(lastDay));
    }

    private Path before() {
        assertThat(assess()).isEqualTo(ExitCode.DONE);
        try {
            return Files.copy(Assessment.file(folder.resolve("out")), folder.resolve("before.assessment"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ExitCode assess(String... more) {
        return run(more).exitCode();
    }

    private Ran run(String... more) {
        var words = new ArrayList<>(List.of(
                "assess",
                folder.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--as-of",
                "2026-11-22",
                "--exclude",
                "out/",
                "--exclude",
                "*.assessment"));
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
