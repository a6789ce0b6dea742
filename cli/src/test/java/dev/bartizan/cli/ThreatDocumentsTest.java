package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat model, landscape, baseline and template: every section, numbers from the facts, the same bytes each time. */
class ThreatDocumentsTest {
    private static final String DAY = "2026-11-01";

    @TempDir
    private static Path folder = Path.of("");

    private static String assessed = "";
    private static String hardened = "";

    @BeforeAll
    static void assess() {
        assessed = assess("as-found", folder.resolve("found"));
        hardened = assess("hardened", folder.resolve("hardened"));
    }

    private static String assess(String example, Path out) {
        Path platform = Repository.path("examples/reference-platform").resolve(example);
        assertThat(Ran.of("assess", platform.toString(), "--out", out.toString(), "--as-of", DAY)
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        return Assessment.file(out).toString();
    }

    private String written(String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        var words = new ArrayList<>(List.of("report", assessed, "--out", file.toString()));
        words.addAll(List.of(options));
        var ran = Ran.of(words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return name.endsWith(".html") ? Files.readString(file) : "";
    }

    @Test
    void theThreatModelHasEverySectionOfTheTemplate() throws IOException {
        String page = written("model.html", "--document", "threat-model");
        String template = Ran.of("threats", "template").out();
        var headings = template.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(headings).hasSizeGreaterThanOrEqualTo(12).contains("Choke points", "Sign-off");
        assertThat(headings).allSatisfy(heading -> assertThat(page).contains("<h2>" + heading + "</h2>"));
    }

    @Test
    void itsNumbersAreThoseOfTheFacts() throws IOException {
        String page = written("numbers.html", "--document", "threat-model");
        Snapshot snapshot = Assessment.in(folder.resolve("found"));
        long real = snapshot.threats().orElseThrow().scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .count();
        var jewels = snapshot.attackPaths().orElseThrow().jewels();
        long reached = jewels.stream().filter(jewel -> !jewel.paths().isEmpty()).count();

        assertThat(page)
                .contains(figure(Long.toString(real), "threats are real here"))
                .contains(figure(reached + " of " + jewels.size(), "crown jewels can be got at"))
                .contains(figure(worked(), "known incidents would work"));
        assertThat(page).contains("registry/mlflow.yaml:32", "T1210", "data:image/svg+xml;base64,");
    }

    @Test
    void controlsAreToldAsFarAsTheyAreProven() throws IOException {
        String page = written("controls.html", "--document", "threat-model");
        var controls = Assessment.in(folder.resolve("found"))
                .safeguards()
                .orElseThrow()
                .controls();
        int gaps = controls.stream().mapToInt(SafeguardFacts.Safeguard::gaps).sum();
        long untold =
                controls.stream().filter(SafeguardFacts.Safeguard::isUntold).count();

        assertThat(page)
                .contains(figure(Integer.toString(gaps), "gaps where a threat is real"))
                .contains(figure(Long.toString(untold), "controls that nobody can tell of"))
                .contains("(C-AUTHN)</td>");
    }

    @Test
    void theBaselineReportSaysWhatTheFactsSay() throws IOException {
        String page = written("baseline.html", "--document", "baseline");
        Snapshot snapshot = Assessment.in(folder.resolve("found"));
        var risks = snapshot.risks().orElseThrow();
        var waived = new HashSet<String>();
        snapshot.controls().orElseThrow().waivers().forEach(waiver -> waived.add(waiver.finding()));
        long critical = snapshot.controls().orElseThrow().findings().stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL
                        && finding.truth().isConfirmed()
                        && !waived.contains(finding.id()))
                .count();
        long real = risks.risks().stream().filter(RiskFacts.Risk::confirmed).count();

        assertThat(page)
                .contains(figure(Long.toString(critical), "critical findings"))
                .contains(figure(Long.toString(real), "risks are real"))
                .contains("<td>1</td><td>" + risks.backlog().getFirst().title())
                .contains("Exceptions and acceptances", "Appendix: evidence", "registry/mlflow.yaml:32");
        assertThat(written("again.html", "--document", "baseline")).isEqualTo(page);
    }

    private String worked() {
        return Long.toString(Assessment.in(folder.resolve("found")).incidents().orElseThrow().incidents().stream()
                .filter(replay -> replay.outcome() == Outcome.WOULD_WORK)
                .count());
    }

    private static String figure(String value, String label) {
        return "<span class=\"figure\">" + value + "</span><span class=\"figure-label\">" + label + "</span>";
    }

    @Test
    void theSamePlatformGivesTheSameBytes() throws IOException {
        for (String document : new String[] {"threat-model", "landscape"}) {
            for (String format : new String[] {"html", "pdf"}) {
                written("one." + format, "--document", document, "--format", format);
                written("two." + format, "--document", document, "--format", format);

                assertThat(folder.resolve("two." + format))
                        .as(document)
                        .hasSameBinaryContentAs(folder.resolve("one." + format));
            }
        }
        assertThat(Files.readAllBytes(folder.resolve("one.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void changesAreThoseSinceTheOlderAssessment() throws IOException {
        String page = written("changes.html", "--document", "threat-model", "--against", hardened);

        assertThat(page).contains("<span class=\"mark critical\">new</span> A bucket stands open to everybody");
        assertThat(written("first.html", "--document", "threat-model")).contains("--against OLD.json");
    }

    @Test
    void theLandscapeTellsEachPatternWithItsCut() throws IOException {
        String page = written("landscape.html", "--document", "landscape");

        assertThat(page)
                .contains("<h2>Supply chain</h2>", "<h2>Poisoning</h2>", "<h2>Theft</h2>", "<h2>Insider</h2>")
                .contains(figure(worked(), "would work here"))
                .contains("no fewer do", "Would stop it: ", "stopped at step ");
    }

    @Test
    void theNetworkDesignTellsWhatIsOpenAndWhatNoPolicyCovers() throws IOException {
        String page = written("design.html", "--document", "network-design");

        assertThat(page)
                .contains("<h2>Exposure</h2>", "<h2>Ways that no policy covers</h2>")
                .contains("Service vllm-chat-partners (serving/vllm-chat.yaml:112)")
                .contains("shares the network of its node", "attached to fabric-rail-0")
                .contains("submitted jobs with identity and image digest");
    }

    @Test
    void aReviewOfAThreatModelIsReopenedByANewThreat() throws IOException {
        Path platform = Files.createDirectory(folder.resolve("small"));
        String calm = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: llm, namespace: serving}
                spec:
                  selector: {matchLabels: {app: llm}}
                  template:
                    metadata: {labels: {app: llm}}
                    spec:
                      containers:
                      - name: vllm
                        image: docker.io/vllm/vllm-openai@sha256:0000000000000000000000000000000000000000000000000000000000000000
                """;
        Files.writeString(platform.resolve("llm.yaml"), calm);
        String file = folder.resolve("threat-review.yaml").toString();
        var begun = Ran.of(
                "review",
                "start",
                platform.toString(),
                "--by",
                "ana",
                "--document",
                "threat-model",
                "--roles",
                "security",
                "--file",
                file);
        assertThat(begun.exitCode()).as(begun.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(Path.of(file))).contains("document: \"threat-model\"");
        Ran.of("review", "approve", platform.toString(), "--by", "ben", "--role", "security", "--file", file);
        assertThat(Ran.of("review", "status", platform.toString(), "--file", file)
                        .out())
                .contains("APPROVED");

        Files.writeString(platform.resolve("llm.yaml"), calm + "        securityContext: {privileged: true}\n");

        var reopened = Ran.of("review", "status", platform.toString(), "--file", file);
        assertThat(reopened.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(reopened.out()).contains("new threat: TH-I04 A workload can take over its node");
    }

    @Test
    void theTemplateIsWrittenInThreeForms() throws IOException {
        for (String format : new String[] {"md", "html", "pdf"}) {
            Path file = folder.resolve("template." + format);
            assertThat(Ran.of("threats", "template", "--out", file.toString()).exitCode())
                    .isEqualTo(ExitCode.DONE);
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("template.html"))).contains("Name what you could not see.");
        assertThat(Ran.of("threats", "template", "--out", "template.docx").err())
                .contains(".md, .html or .pdf, not 'template.docx'");
    }

    @Test
    void aDocumentThatDoesNotExistIsWrongUsage() {
        var ran = Ran.of("report", assessed, "--document", "landscpe");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("network-design, threat-model, landscape, baseline, not 'landscpe'");
    }
}
