package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@code bartizan assess}: its options, what it writes where, its messages and its exit codes. */
class AssessCommandTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: NAME, namespace: team-a}
            spec: {containers: [{name: main, image: "example/NAME:1", securityContext: {privileged: yes}}]}
            """;

    @TempDir
    private Path folder;

    private Path input = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeAPod() throws IOException {
        input = folder.resolve("input");
        out = folder.resolve("out");
        write("pod.yaml", POD.replace("NAME", "one"));
    }

    @Test
    void writesThreeFilesAndTellsTheSummary() {
        var ran = assess();

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("report.html")).content().contains("<!doctype html>");
        assertThat(out.resolve("findings.sarif")).content().contains("\"BL-WL-001\"");
        assertThat(privileged()).isOne();
        assertThat(ran.out())
                .contains("Container runs privileged", "pod.yaml:4:", "Wrote " + out.resolve("report.html"));
        assertThat(ran.err().lines()).containsExactly("not read: nothing, every file and document was read");
    }

    @Test
    void leavesNoUnfinishedFileBehind() throws IOException {
        assess();
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.html", "assessment.json", "findings.sarif");
        }
    }

    @Test
    void jsonIsOneDocumentOnStandardOutputAndNothingElse() throws IOException {
        var ran = assess("--format", "json");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).startsWith("{").endsWith("}\n");
        assertThat(out).doesNotExist();
        assertThat(ran.err().lines()).containsExactly("not read: nothing, every file and document was read");
        assess();
        assertThat(ran.out()).isEqualTo(Files.readString(Assessment.file(out)));
    }

    @Test
    void theGateHoldsForJsonToo() {
        var ran = assess("--format", "json", "--fail-on", "critical");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.out()).startsWith("{");
        assertThat(ran.err().lines())
                .containsExactly(
                        "gate failed: 1 finding of severity critical or worse",
                        "not read: nothing, every file and document was read");
    }

    @Test
    void theDayIsWrittenDown() {
        assess("--as-of", "2025-02-03");
        assertThat(Assessment.in(out).input().asOf()).isEqualTo(LocalDate.of(2025, 2, 3));
    }

    @Test
    void theDayComesFromTheOptionElseFromTheEnvironment() {
        assertThat(AsOf.of(Optional.of("2025-02-03"), "0", IllegalArgumentException::new))
                .isEqualTo(LocalDate.of(2025, 2, 3));
        assertThat(AsOf.of(Optional.empty(), "86400", IllegalArgumentException::new))
                .isEqualTo(LocalDate.of(1970, 1, 2));
        assertThatThrownBy(() -> AsOf.of(Optional.empty(), "soon", IllegalArgumentException::new))
                .hasMessageContaining("SOURCE_DATE_EPOCH");
    }

    @Test
    void severalPathsAreOnePlatform() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("pod.yaml"), POD.replace("NAME", "two"));

        Ran.of("assess", input.toString(), other.toString(), "--out", out.toString());
        assertThat(privileged()).isEqualTo(2);
    }

    @Test
    void aHyphenIsStandardInput() {
        var text = new ByteArrayInputStream(POD.getBytes(StandardCharsets.UTF_8));
        var ran = Ran.reading(text, "assess", "-", "--out", out.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(privileged()).isOne();
    }

    @Test
    void anAssessmentStandsForItsPlatform() throws IOException {
        assess();
        Path file = Files.copy(Assessment.file(out), folder.resolve("assessment.json"));
        Snapshot before = Assessment.in(out);

        var ran = Ran.of("assess", file.toString(), "--out", out.toString(), "--fail-on", "critical");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(Assessment.in(out)).isEqualTo(before);
        assertThat(out.resolve("report.html")).exists();
    }

    @Test
    void whatIsExcludedIsCountedAndNotRead() throws IOException {
        write("tests/broken.yaml", "kind: [");
        write("vendor/pod.yaml", POD.replace("NAME", "two"));

        var ran = assess("--exclude", "tests/", "--exclude", "vendor");
        assertThat(privileged()).isOne();
        assertThat(ran.lastMessage()).isEqualTo("not read: 2 ignored files");
    }

    @Test
    void anIgnoreFileIsHonoured() throws IOException {
        write("drafts/pod.yaml", POD.replace("NAME", "two"));
        write(".bartizanignore", "drafts/\n");

        var ran = assess();
        assertThat(privileged()).isOne();
        assertThat(ran.lastMessage()).contains("ignored file");
    }

    @Test
    void assumingCompletenessDecidesWhatWasOpen() {
        assess();
        assertThat(Assessment.findings(out)).anyMatch(AssessCommandTest::isOpenNamespace);

        assess("--assume", "complete");
        assertThat(Assessment.findings(out))
                .anyMatch(finding -> finding.rule().equals("namespace-isolation")
                        && finding.truth().isConfirmed())
                .noneMatch(AssessCommandTest::isOpenNamespace);
    }

    private static boolean isOpenNamespace(Finding finding) {
        return finding.rule().equals("namespace-isolation") && !finding.truth().isConfirmed();
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        for (int i = 0; i < 60; i++) {
            write("pod-" + i + ".yaml", POD.replace("NAME", "pod-" + i));
        }
        assertThat(assess("--format", "json", "--threads", "1").out())
                .isEqualTo(assess("--format", "json", "--threads", "5").out());
    }

    @Test
    void theNearestDeclarationsAreTakenUnlessOthersAreNamed() throws IOException {
        write("bartizan.yaml", "version: 1\nplatform: {name: near}\n");
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "version: 1\nplatform: {name: far}\n");

        assertThat(assess().out()).startsWith("near as of ");
        assertThat(assess("--config", other.toString()).out()).startsWith("far as of ");
    }

    @Test
    void coloursAreForTerminalsOnly() {
        assertThat(assess().out()).doesNotContain("\u001b[");
        assertThat(coloured("assess", input.toString(), "--out", out.toString()))
                .contains("\u001b[1;97;41mcritical");
        assertThat(coloured("assess", input.toString(), "--format", "json")).doesNotContain("\u001b[");
    }

    private static String coloured(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
        var console = new Console(writer, writer, bytes, InputStream.nullInputStream(), false, true);
        new Program(Commands.ALL, console).run(arguments);
        console.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theHelpShowsExamplesAndEveryOption() {
        var ran = Ran.of("assess", "--help");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains("Usage: bartizan assess", "Examples:", "bartizan assess deploy/ --against main.json")
                .contains(
                        "--out",
                        "--format",
                        "--against",
                        "--fail-on",
                        "--new-only",
                        "--as-of",
                        "--config",
                        "--exclude",
                        "--assume",
                        "--threads");
    }

    @Test
    void theHelpOfTheProgramListsItsCommands() {
        var ran = Ran.of("--help");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("assess", "explain", "Exit codes:", "NO_COLOR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --format xml             | --format takes text or json, not 'xml'.
                    --threads 0              | --threads takes a number from 1.
                    --threads many           | Invalid value for option '--threads': 'many' is not an int
                    --assume partial         | --assume takes complete, not 'partial'.
                    --fail-on hihg           | 'hihg' is none of them
                    --fail-on new            | what is new is known only with --against OLD.json.
                    --new-only               | what is new is known only with --against OLD.json.
                    --as-of yesterday        | --as-of takes a date such as 2026-11-01.
                    --against nowhere.json   | nowhere.json
                    --config nowhere.yaml    | --config: there is no file nowhere.yaml.
                    --againts old.json       | --against
                    --fail-on                | Missing required parameter for option '--fail-on'
                    """)
    void misuseIsToldWithWhatIsAllowed(String words, String message) {
        var ran = assess(words.split(" "));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("bartizan: ").contains(message, "Try 'bartizan assess --help'.");
    }

    @Test
    void aPathIsNeeded() {
        var ran = Ran.of("assess");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("'PATH'");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file");

        var ran = Ran.of("assess", input.toString(), "--out", file.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("--out", file.toString());
        assertThat(file).hasContent("a file");
    }

    @Test
    void nothingReadableIsWrongUsageAndSaysWhy() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        var none = Ran.of("assess", empty.toString(), "--out", out.toString());
        assertThat(none.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).contains("no file in this folder", "nothing to assess");

        var missing = Ran.of("assess", folder.resolve("nowhere").toString(), "--out", out.toString());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(missing.err()).contains("nowhere", "There is no such file or folder.");
        assertThat(out).doesNotExist();
    }

    @Test
    void anOldAssessmentThatIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "{\"a\": 1}");

        var ran = assess("--against", file.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("--against: ", "old.json");
    }

    @Test
    void brokenFilesAreToldAndTheRestGoesOn() throws IOException {
        write("broken.yaml", "a: 1\n b: [\n");

        var ran = assess("--fail-on", "problems");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.out()).contains("Container runs privileged", "broken.yaml:2:");
        assertThat(ran.lastMessage()).startsWith("not read: ").contains("1 error");
    }

    private int privileged() {
        return (int) Assessment.findings(out).stream()
                .flatMap(finding -> finding.members().stream())
                .filter(member -> member.rule().equals("BL-WL-001"))
                .count();
    }

    private Ran assess(String... more) {
        var words = new ArrayList<>(List.of("assess", input.toString(), "--out", out.toString()));
        if (!Arrays.asList(more).contains("--as-of")) {
            words.addAll(List.of("--as-of", "2026-11-22"));
        }
        words.addAll(List.of(more));
        return Ran.of(words.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
