package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Severity;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Risks of the reference platform, as it was found and after its fixes. */
@TestInstance(Lifecycle.PER_CLASS)
class RiskCommandTest {
    private static final Path PLATFORM = Repository.path("examples/reference-platform");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final String asFound;
    private final String hardened;
    private final RiskFacts before;
    private final RiskFacts after;

    RiskCommandTest(@TempDir Path out) {
        this.asFound = assessed("as-found", out);
        this.hardened = assessed("hardened", out);
        this.before = Assessment.in(out.resolve("as-found")).risks().orElseThrow();
        this.after = Assessment.in(out.resolve("hardened")).risks().orElseThrow();
    }

    private static String assessed(String name, Path out) {
        Path folder = out.resolve(name);
        var ran = Ran.of(
                "assess", PLATFORM.resolve(name).toString(), "--out", folder.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return folder.resolve("assessment.json").toString();
    }

    private static Ran risk(String... words) {
        var ran = Ran.of(Stream.concat(Stream.of("risk"), Stream.of(words)).toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return ran;
    }

    private static Node json(String text) {
        return SourceReader.parse("out.json", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
    }

    @Test
    void theFixesLeaveNoSevereRiskThatNobodyAccepted() {
        assertThat(severe(before)).isNotEmpty();
        assertThat(severe(after)).isEmpty();
        assertThat(after.appetite().orElseThrow().classReasons()).isEmpty();
        assertThat(Ran.of(
                                "assess",
                                PLATFORM.resolve("hardened").toString(),
                                "--as-of",
                                "2026-11-22",
                                "--format",
                                "json",
                                "--fail-on",
                                "appetite")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    private static List<Risk> severe(RiskFacts facts) {
        return facts.risks().stream()
                .filter(risk -> risk.confirmed() && risk.severity().compareTo(Severity.HIGH) >= 0)
                .filter(risk -> risk.acceptance()
                        .filter(one -> one.standing() == Accepted.Standing.HOLDS)
                        .isEmpty())
                .toList();
    }

    @Test
    void whatIsNotCalibratedHasNoDigits() {
        String shown = risk("show", asFound, "--all").out();
        assertThat(shown).contains("by layer", "by owner", "by asset", "placeholders", "state ");
        long calibrated = before.risks().stream().filter(Risk::calibrated).count();
        assertThat(shown.split(" a year", -1)).hasSize((int) (2 * calibrated + 1));
        List<String> rows =
                risk("show", asFound, "--format", "csv").out().lines().toList();
        assertThat(rows).hasSize(before.risks().size() + 1);
        assertThat(rows).filteredOn(row -> row.contains(",no,")).allMatch(row -> row.contains(",,,"));
    }

    @Test
    void theBacklogTellsWhatEachItemEnds() {
        assertThat(risk("backlog", asFound).out()).contains("ends TH-", "due 20", "▲ cuts attack paths");
        List<String> owned = risk("backlog", asFound, "--owner", "model-serving", "--format", "csv")
                .out()
                .lines()
                .toList();
        assertThat(owned).hasSizeGreaterThan(3).hasSizeLessThan(before.backlog().size());
        assertThat(owned.stream().skip(1)).allMatch(row -> row.contains("model-serving"));
        assertThat(risk("backlog", asFound, "--format", "md", "--limit", "2")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("| ")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oscal-poam", "oscal-component", "oscal-results"})
    void oscalDocumentsNameThingsByWhatTheyAre(String format) {
        String document = risk("backlog", asFound, "--format", format).out();
        assertThat(document)
                .isEqualTo(risk("backlog", asFound, "--format", format).out())
                .contains("\"oscal-version\":\"1.1.2\"");
        var ids = Pattern.compile("\"uuid\":\"([^\"]*)\"")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids)
                .hasSizeGreaterThan(10)
                .allMatch(id -> ID.matcher(id).matches())
                .doesNotHaveDuplicates();
        assertThat(Pattern.compile("\"(?:risk|observation)-uuid\":\"([^\"]*)\"")
                        .matcher(document)
                        .results()
                        .map(found -> found.group(1)))
                .allMatch(ids::contains);
    }

    @Test
    void aPlanOfActionHasAnItemForEachMitigation() {
        Node plan =
                json(risk("backlog", asFound, "--format", "oscal-poam").out()).get("plan-of-action-and-milestones");
        assertThat(plan.get("poam-items").items()).hasSize(before.backlog().size());
        assertThat(plan.get("risks").items()).isNotEmpty();
    }

    @Test
    void trackersGetTheirForms() {
        Node issues = json(
                risk("backlog", asFound, "--format", "github", "--limit", "3").out());
        assertThat(issues.items()).hasSize(3).allSatisfy(issue -> {
            assertThat(issue.get("title").text("")).isNotBlank();
            assertThat(issue.get("body").text("")).contains("Reference: ");
        });
        assertThat(risk("backlog", asFound, "--format", "jira", "--limit", "3")
                        .out()
                        .lines())
                .hasSize(4)
                .first()
                .isEqualTo("Summary,Issue Type,Priority,Due Date,Labels,Labels,Labels,Description");
    }

    @Test
    void aCurveIsTextFileAndPicture() {
        assertThat(risk("curve", asFound).out())
                .contains("one year in", "placeholders", "exact but for at most", "likely", "tens of millions")
                .doesNotContain("P(loss");
        assertThat(risk("curve", asFound, "--format", "svg").out()).startsWith("<svg ");
        assertThat(risk("curve", asFound, "--format", "csv").out().lines()).hasSize(2 * 48 + 1);
        assertThat(json(risk("curve", asFound, "--format", "json").out())
                        .get("residual")
                        .get("points")
                        .items())
                .hasSize(48);
    }

    @Test
    void theExactCurveIsHeldAgainstSimulatedYears() {
        String[] asked = {
            "curve", PLATFORM.resolve("as-found").toString(), "--as-of", "2026-11-22", "--simulate", "50000"
        };
        String shown = risk(asked).out();
        assertThat(shown)
                .contains("50,000 simulated years (seed 1)", "times as likely", "tens of millions", "agree with")
                .doesNotContain(" %", " M ")
                .isEqualTo(risk(asked).out());
        String together =
                risk(and(asked, "--correlation", "0.6", "--seed", "7")).out();
        assertThat(together)
                .contains("(seed 7)", "a correlation of 0.6", "holds for independent scenarios only")
                .doesNotContain("agrees");
        Node document = json(risk(and(asked, "--format", "json")).out());
        assertThat(document.get("amounts").items()).hasSize(8);
        assertThat(document.get("agreeing").text("")).isIn("7", "8");
        assertThat(risk(and(asked, "--format", "csv")).out().lines())
                .hasSize(9)
                .last()
                .asString()
                .endsWith(",50000,0.0,1");
    }

    private static String[] and(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatIfTellsWhatEnds() {
        String manifests = PLATFORM.resolve("as-found").toString();
        assertThat(risk("what-if", manifests, "--done", "1-3", "--as-of", "2026-11-22")
                        .out())
                .contains("With 3 mitigations of the backlog done", "before", "after", "ended");
        assertThat(Ran.of("risk", "what-if", asFound, "--done", "1").err()).contains("give the manifests");
        assertThat(Ran.of("risk", "what-if", manifests, "--done", "0").err()).contains("has the numbers 1 to");
        assertThat(Ran.of("risk", "what-if", manifests, "--done", "nonsense").err())
                .contains("neither the backlog nor a fix");
    }

    @ParameterizedTest
    @CsvSource({
        "show --format xlsx, '--format takes txt, json, csv, md'",
        "backlog --limit 0, --limit and --budget take a number from 1.",
        "curve --format png, --format takes",
        "curve --correlation 0.5, --correlation and --seed need --simulate",
        "curve --seed 2, --correlation and --seed need --simulate",
        "curve --simulate 999, '1,000 to 10,000,000 years are simulated, not 999'",
        "curve --simulate 10000001, '1,000 to 10,000,000 years'",
        "curve --simulate 5000 --correlation 1, 'from 0 to below 1, not 1.0'",
        "curve --simulate 5000 --correlation -0.1, 'from 0 to below 1, not -0.1'",
        "curve --simulate 5000 --format svg, --format takes",
        "curve --simulate 5000, give the manifests"
    })
    void wrongWordsAreRefused(String command, String message) {
        String[] words = Stream.concat(
                        Stream.of("risk"), Stream.concat(Stream.of(command.split(" ", -1)), Stream.of(hardened)))
                .toArray(String[]::new);
        var ran = Ran.of(words);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void theGateTellsWhatAChangeTakesAway(@TempDir Path out) {
        var ran = asFoundAgainstHardened("structure,appetite", out);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.err())
                .contains(
                        "with a new or shorter way",
                        "control C-AUTHN",
                        "is lost on",
                        "more lost controls",
                        "critical threat TH-",
                        "critical risks that nobody accepted, appetite is 0",
                        "gate warns: P(loss > 20 M) may be more than the appetite of 2.0 %");
    }

    @Test
    void anotherMethodRanksAndRates() {
        String manifests = PLATFORM.resolve("as-found").toString();
        assertThat(risk("show", manifests, "--method", "sp800-30", "--as-of", "2026-11-22")
                        .out())
                .contains("sp800-30: ", "initiation ", "concluded from frequency, controls and loss");
        List<String> rows = risk("show", manifests, "--method", "owasp", "--as-of", "2026-11-22", "--format", "csv")
                .out()
                .lines()
                .toList();
        assertThat(rows.stream().skip(1)).allMatch(row -> row.contains(",owasp,"));
        assertThat(Ran.of("risk", "show", manifests, "--method", "dice").err())
                .contains("--method takes fair, owasp, sp800-30, cvss, not 'dice'.");
        assertThat(Ran.of("risk", "show", asFound, "--method", "owasp").err()).contains("give the manifests");
    }

    @Test
    void aVectorIsScored() {
        assertThat(risk("score", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H")
                        .out())
                .startsWith("cvss: critical, CVSS-B 10.0, macrovector 000100");
        var ran = Ran.of("risk", "score", "SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:2/LC:9/LI:7/LAV:5/LAC:8", "SL:11");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.out()).startsWith("owasp: high, likelihood 4.375 medium, impact 7.250 high");
        assertThat(ran.err()).contains("SL cannot be '11'.");
    }

    @ParameterizedTest
    @CsvSource({
        "control, control C-AUTHN, with a new or shorter way",
        "intent, intent ray-control-ports is broken by 10 of 337 pairs, is lost on"
    })
    void eachGateAloneTellsItsOwn(String gate, String told, String untold, @TempDir Path out) {
        var ran = asFoundAgainstHardened(gate, out);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(ran.err().lines().filter(line -> line.startsWith("gate "))).isNotEmpty();
        assertThat(ran.err()).contains(told).doesNotContain(untold);
    }

    private Ran asFoundAgainstHardened(String gate, Path out) {
        return Ran.of(
                "assess",
                PLATFORM.resolve("as-found").toString(),
                "--as-of",
                "2026-11-22",
                "--out",
                out.toString(),
                "--against",
                hardened,
                "--fail-on",
                gate);
    }
}
