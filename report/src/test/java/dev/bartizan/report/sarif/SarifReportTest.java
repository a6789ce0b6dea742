package dev.bartizan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.GoldenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private static final Location AT = new Location("team/a.yaml", 3, 5, "/spec");

    @Test
    void theExampleIsWhatTheGoldenFileShows() {
        var options = SarifOptions.DEFAULT
                .withVersion("1.2.3")
                .withExplanations(new TreeMap<>(
                        Map.of("BL-WL-001", "Whoever breaks out of a privileged container owns the node.")));

        GoldenFile.named("sarif/findings.sarif")
                .matchesTwice(() -> Example.sarif(Example.snapshot(), Optional.empty(), options));
    }

    @Test
    void nothingFoundIsAnEmptyArray() {
        assertThat(run(Example.with(List.of())).get("results")).isEmpty();
    }

    @Test
    void nothingLookedForIsNoArray() {
        var run = run(Example.unchecked());

        assertThat(run.has("results")).isFalse();
        assertThat(notifications(run)).extracting(SarifReportTest::code).containsExactly("baseline-not-run");
    }

    @Test
    void theWorstAreKeptAndTheRestIsCounted() {
        var findings = new ArrayList<Finding>();
        for (var severity : List.of(Severity.LOW, Severity.HIGH, Severity.MEDIUM, Severity.HIGH, Severity.INFO)) {
            findings.add(Example.finding("f" + findings.size(), severity, AT, "seen"));
        }
        var run = run(Example.with(findings), Optional.empty(), SarifOptions.DEFAULT.withMaxResults(3));

        assertThat(run.get("results")).extracting(SarifReportTest::fingerprint).containsExactly("f1", "f3", "f2");
        assertThat(run.at("/properties/findings").asInt()).isEqualTo(5);
        assertThat(run.at("/properties/findingsLeftOut").asInt()).isEqualTo(2);
        assertThat(notifications(run).get(0).at("/message/text").asString())
                .isEqualTo("The 3 worst of 5 findings are shown; left out are 1 low, 1 info. assessment.json has all.");
    }

    @Test
    void everyResultPointsAtItsRule() {
        var run = run(Example.snapshot());
        var rules = run.at("/tool/driver/rules");

        assertThat(run.get("results"))
                .hasSize(3)
                .allSatisfy(
                        result -> assertThat(rules.get(result.get("ruleIndex").asInt())
                                        .get("id")
                                        .asString())
                                .isEqualTo(result.get("ruleId").asString()));
        assertThat(rules)
                .extracting(rule -> rule.get("id").asString())
                .containsExactly("BL-AA-001", "BL-WL-001", "BL-WL-009", "BL-WL-010", "pod-security-restricted");
    }

    @Test
    void aRuleHasTheSeverityOfItsCheckAndAResultItsOwn() {
        var run = run(Example.snapshot());

        assertThat(run.at("/tool/driver/rules/1/properties/security-severity").asString())
                .isEqualTo("8.0");
        assertThat(run.at("/tool/driver/rules/1/defaultConfiguration/level").asString())
                .isEqualTo("error");
        assertThat(run.at("/results/0/properties/severity").asString()).isEqualTo("critical");
        assertThat(run.at("/results/0/rank").asInt()).isEqualTo(90);
    }

    @Test
    void weaknessesAreTaggedAsForgesKnowThem() {
        var run = run(Example.with(List.of(Example.finding("f", Severity.HIGH, AT, "seen"))));

        assertThat(run.at("/tool/driver/rules/0/properties/tags"))
                .extracting(JsonNode::asString)
                .containsExactly("security", "pipeline", "external/cwe/cwe-250");
    }

    @Test
    void theUndecidedIsForReviewAndNamesItsGaps() {
        var result = run(Example.snapshot()).at("/results/2");

        assertThat(result.get("kind").asString()).isEqualTo("review");
        assertThat(result.get("level").asString()).isEqualTo("none");
        assertThat(result.has("rank")).isFalse();
        assertThat(result.at("/message/text").asString()).contains("Undecided, not known: account, cluster.");
        assertThat(result.at("/properties/gaps")).extracting(JsonNode::asString).containsExactly("account", "cluster");
    }

    @Test
    void aRollUpShowsItsMembersAndSaysHowManyItLeavesOut() {
        var members = IntStream.rangeClosed(1, 30)
                .mapToObj(line -> new Finding.Member(
                        "m" + line,
                        "BL-WL-009",
                        Severity.LOW,
                        Example.TRAINER,
                        "container/c" + line,
                        new Location("team/a.yaml", line, 1, ""),
                        "setting " + line + " is missing"))
                .toList();
        var finding = Example.finding("f", Severity.LOW, AT, List.of(), members);
        var result = run(Example.with(List.of(finding))).at("/results/0");

        assertThat(result.get("relatedLocations")).hasSize(20);
        assertThat(result.at("/relatedLocations/1/id").asInt()).isEqualTo(2);
        assertThat(result.at("/relatedLocations/1/message/text").asString())
                .isEqualTo("container/c2: setting 2 is missing");
        assertThat(result.at("/message/text").asString())
                .isEqualTo("A container runs privileged (Job ml-training/finetune). setting 1 is missing."
                        + " setting 2 is missing. setting 3 is missing. And 27 more. Remedy: Remove it."
                        + " 10 of its 30 further places are left out here.");
    }

    @Test
    void theAssetIsTheLogicalLocation() {
        var location = run(Example.snapshot()).at("/results/0/locations/0");

        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asString())
                .isEqualTo(Example.TRAINER);
        assertThat(location.at("/logicalLocations/0/name").asString()).isEqualTo("finetune");
        assertThat(location.at("/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("team%20a/trainer.yaml");
        assertThat(location.at("/physicalLocation/region/startLine").asInt()).isEqualTo(18);
        assertThat(location.at("/physicalLocation/region/startColumn").asInt()).isEqualTo(5);
    }

    @Test
    void whenOneResultIsSuppressedAllSayWhetherTheyAre() {
        var findings = List.of(
                Example.finding("f1", Severity.HIGH, AT, "seen"), Example.finding("f2", Severity.HIGH, AT, "seen"));
        var waiver = new Waiver("f2", "BL-WL-001", Example.TRAINER, "node agent", "2027-03-31", "");
        var results = run(Example.with(findings, waiver)).get("results");

        assertThat(results.at("/0/suppressions")).isEmpty();
        assertThat(results.at("/0/suppressions").isArray()).isTrue();
        assertThat(results.at("/1/suppressions/0/justification").asString())
                .isEqualTo("node agent (accepted until 2027-03-31)");
        assertThat(run(Example.with(findings)).at("/results/0").has("suppressions"))
                .isFalse();
    }

    @Test
    void againstAnOlderSnapshotEachResultHasAState() {
        var kept = Example.finding("f1", Severity.HIGH, AT, "seen");
        var before = Example.with(List.of(kept, Example.finding("f2", Severity.LOW, AT, "seen")));
        var now = Example.with(List.of(
                Example.finding("f3", Severity.HIGH, AT, "seen"),
                kept,
                Example.finding("f2", Severity.MEDIUM, AT, "seen")));
        var run = run(now, Optional.of(Comparison.of(before, now)), SarifOptions.DEFAULT);

        assertThat(run.get("results"))
                .extracting(result -> result.get("baselineState").asString())
                .containsExactly("new", "unchanged", "updated");
        assertThat(run(now).at("/results/0").has("baselineState")).isFalse();
    }

    @Test
    void problemsAreNotificationsWorstFirst() {
        var run = run(
                Example.unchecked(
                        Problem.notice("n", "noted", "", Location.ofFile("a.yaml")),
                        Problem.error("e", "broken", "mend it", new Location("b c.yaml", 4, 2, "")),
                        new Problem("w", Problem.Level.WARNING, "odd", "", Optional.empty())),
                Optional.empty(),
                new SarifOptions(10, 10, 2, "", new TreeMap<>()));

        assertThat(notifications(run))
                .extracting(SarifReportTest::code)
                .containsExactly("baseline-not-run", "e", "w", "problems-left-out");
        assertThat(notifications(run).get(1).get("level").asString()).isEqualTo("error");
        assertThat(notifications(run).get(1).at("/message/text").asString()).isEqualTo("broken (mend it)");
        assertThat(notifications(run)
                        .get(1)
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("b%20c.yaml");
        assertThat(notifications(run).get(2).has("locations")).isFalse();
    }

    @Test
    void aManifestCannotPutLinksOrPlaceholdersIntoAMessage() {
        var hostile = Example.finding(
                "f", Severity.HIGH, AT, "image is [click here](https://evil.example/{0})<img src=x>\u001b[31m");
        var message = run(Example.with(List.of(hostile)))
                .at("/results/0/message/text")
                .asString();

        assertThat(message)
                .contains("[click here] (https://evil.example/{{0}})")
                .doesNotContain("](");
    }

    @Test
    void helpIsMarkdownWithoutHtml() {
        var options = SarifOptions.DEFAULT.withExplanations(new TreeMap<>(Map.of("BL-WL-001", "A <b>bold</b> claim")));
        var run =
                run(Example.with(List.of(Example.finding("f", Severity.HIGH, AT, "seen"))), Optional.empty(), options);

        assertThat(run.at("/tool/driver/rules/0/help/markdown").asString())
                .isEqualTo(
                        "**A container runs privileged**\n\nA &lt;b>bold&lt;/b> claim\n\n**Remedy:** Remove it\n\n* CWE-250");
        assertThat(run.at("/tool/driver/rules/0/fullDescription/text").asString())
                .isEqualTo("A <b>bold</b> claim");
        assertThat(run.at("/tool/driver/rules/0/name").asString()).isEqualTo("AContainerRunsPrivileged");
    }

    @Test
    void aTextWithoutEndIsCutBetweenCharacters() {
        for (String padding : List.of("", "x")) {
            var finding = Example.finding("f", Severity.HIGH, AT, padding + "🏰".repeat(100_000));
            var message = run(Example.with(List.of(finding)))
                    .at("/results/0/message/text")
                    .asString();

            assertThat(message.length()).isBetween(4_000, 4_001);
            assertThat(message.endsWith("🏰…")).isTrue();
        }
    }

    @Test
    void neitherLocaleNorTimeZoneChangesAByte() {
        var expected = Example.sarif(Example.snapshot());
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            for (String other : List.of("tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Example.sarif(Example.snapshot())).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aRuleOfManyFindingsHasTheWorstSeverityOfItsFamily() {
        var known = Example.snapshot().controls().orElseThrow();
        var family = known.findings().get(1);
        var worse = new Finding(
                "worse",
                family.rule(),
                family.title(),
                Severity.MEDIUM,
                "medium",
                family.truth(),
                family.layer(),
                family.asset(),
                family.location(),
                family.evidence(),
                family.remedy(),
                family.references(),
                family.members());
        var run = run(Example.snapshot()
                .with(new ControlFacts(known.checks(), List.of(family, worse), List.of(), List.of())));

        assertThat(run.at("/tool/driver/rules/4/shortDescription/text").asString())
                .isEqualTo("Pod security restricted");
        assertThat(run.at("/tool/driver/rules/4/properties/security-severity").asString())
                .isEqualTo("5.5");
    }

    private static JsonNode run(Snapshot snapshot) {
        return run(snapshot, Optional.empty(), SarifOptions.DEFAULT);
    }

    private static JsonNode run(Snapshot snapshot, Optional<Comparison> comparison, SarifOptions options) {
        return JsonMapper.shared()
                .readTree(Example.sarif(snapshot, comparison, options))
                .at("/runs/0");
    }

    private static JsonNode notifications(JsonNode run) {
        return run.at("/invocations/0/toolExecutionNotifications");
    }

    private static String code(JsonNode notification) {
        return notification.at("/descriptor/id").asString();
    }

    private static String fingerprint(JsonNode result) {
        return result.get("partialFingerprints").get("bartizan/v1").asString();
    }
}
