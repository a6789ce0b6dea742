package dev.bartizan.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Transport;
import dev.bartizan.graph.Way;
import dev.bartizan.report.risks.ExampleRisks;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final int LIMIT = 15_000_000;
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(1)><!-- \u2028\u0000&amp;";
    private static final List<String> ISLANDS = List.of(
            "report",
            "map",
            "texts",
            "findings",
            "assets",
            "links",
            "excerpts",
            "problems",
            "aside",
            "questions",
            "checks");
    private static final ExcerptSource LINES = (places, context) -> eachShows(
            places,
            place -> new ExcerptSource.Excerpt(
                    Math.max(1, place.line() - context), List.of("kind: Pod " + place.file(), "spec: {}")));

    @Test
    void textFromTheInputNeverBecomesMarkup() {
        var explanations = new TreeMap<>(java.util.Map.of("BL-WL-001", HOSTILE));
        String page = page(
                ExamplePlatform.of(60, HOSTILE),
                (places, _) -> eachShows(places, _ -> new ExcerptSource.Excerpt(1, List.of(HOSTILE, HOSTILE))),
                HtmlOptions.DEFAULT.withExplanations(explanations).withVersion(HOSTILE));

        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(ISLANDS.size() + 1L);
        assertThat(Pattern.compile("</script").matcher(page).results().count()).isEqualTo(ISLANDS.size() + 1L);
        assertThat(page).doesNotContain("<img", "<!--");
        assertThat(island(page, "report").get("name").asString()).contains(HOSTILE);
        assertThat(island(page, "texts").toString()).contains("alert(1)");
    }

    @Test
    void scriptsWriteTextAndNeverMarkup() {
        String page = page(ExamplePlatform.of(10));
        assertThat(element(page, "<script>", "</script>"))
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
    }

    @Test
    void thePolicyAllowsExactlyTheEmbeddedScriptAndStyle() throws Exception {
        String page = page(ExamplePlatform.of(10));
        assertThat(element(page, "Content-Security-Policy\" content=\"", "\""))
                .isEqualTo("default-src 'none'; img-src data:; style-src '" + hash(element(page, "<style>", "</style>"))
                        + "'; script-src '" + hash(element(page, "<script>", "</script>"))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void nothingIsFetched() {
        String page = page(ExamplePlatform.of(60));
        String own = page.replaceAll("(?s)<script type=\"application/json\".*?</script>", "")
                .replace("http://www.w3.org/2000/svg", "")
                .replace("url(#arrow", "");
        assertThat(own).doesNotContain("http:", "https:", "@import", "url(", "src=", "fetch(", "XMLHttpRequest");
    }

    @Test
    void everyPartOfTheDataIsThereAndParses() {
        String page = page(ExamplePlatform.of(60));
        for (String id : ISLANDS) {
            assertThat(island(page, id).isEmpty()).as(id).isFalse();
        }
        assertThat(island(page, "findings"))
                .hasSize(findings(ExamplePlatform.of(60)).size());
        assertThat(island(page, "excerpts")).isNotEmpty();
    }

    @Test
    void whoCanReachWhomIsThereWithItsLines() {
        var step = new Way.Step("policy", "deny isolates the pod" + HOSTILE, Optional.of(Location.ofFile("p.yaml")));
        var ways = List.of(new Way(List.of(new PortRange(Transport.TCP, 80, 80)), Way.Verdict.DENIED, List.of(step)));
        var table = new DecisionTable(new int[] {0}, 1, row -> Optional.of(List.of(new DecisionTable.Run(0, ways))));
        Snapshot snapshot = ExamplePlatform.of(10)
                .with(new ReachabilityFacts(
                                new ReachabilityFacts.Basis("kubernetes", HOSTILE, 1, List.of(HOSTILE)),
                                List.of(new PeerClass(List.of(new PeerClass.Member(0, "")), "")),
                                table,
                                table)
                        .withLint(findings(ExamplePlatform.of(10)))
                        .withIntents(List.of(intent())));
        JsonNode network = island(page(snapshot), "network");

        assertThat(network.get("classes")).hasSize(1);
        assertThat(network.get("steps")).hasSize(1);
        assertThat(network.get("egress").get(0).toString()).isEqualTo("[0,0]");
        assertThat(network.get("decisions").get(0).get(0).get(0).asString()).isEqualTo("tcp/80");
        assertThat(network.get("lint")).hasSize(findings(ExamplePlatform.of(10)).size());
        assertThat(network.get("lint").get(0).get("evidence")).isNotEmpty();
        assertThat(network.get("intents").get(0).get("verdict").asString()).isEqualTo("broken");
        assertThat(network.get("intents").get(0).get("examples").get(0).get(1)).hasSize(1);
    }

    private static IntentResult intent() {
        var place = Location.ofFile("bartizan.yaml");
        var step = new IntentResult.Step(HOSTILE, Optional.of(place));
        var packet = new IntentResult.Example(HOSTILE, "b", "k8s:-/core/Pod/a/b", "TCP 80", List.of(step));
        return new IntentResult(
                "i",
                HOSTILE,
                "why",
                "deny",
                IntentResult.Verdict.BROKEN,
                1,
                1,
                0,
                List.of(packet),
                List.of(HOSTILE),
                List.of(),
                place);
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() {
        assertThat(page(ExamplePlatform.of(100))).isEqualTo(page(ExamplePlatform.of(100)));
    }

    @Test
    void aLargePlatformIsCutToTheWorstAndSaysSo() {
        Snapshot snapshot = ExamplePlatform.of(3_600);
        String page = page(snapshot);
        JsonNode findings = island(page, "findings");
        List<Finding> all = findings(snapshot);

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMIT);
        assertThat(all).hasSizeGreaterThan(5_000);
        assertThat(findings).hasSize(5_000);
        assertThat(island(page, "report").get("omitted").get("findings").asInt())
                .isEqualTo(all.size() - 5_000);
        long critical = all.stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL)
                .count();
        assertThat(findings.valueStream()
                        .filter(finding -> finding.get("severity").asString().equals("critical")))
                .hasSize(Math.toIntExact(critical));
        assertThat(island(page, "map")
                        .get("zones")
                        .valueStream()
                        .mapToInt(zone -> zone.get("nodes").size())
                        .sum())
                .isLessThanOrEqualTo(2_000);
        assertThat(island(page, "report").get("findings").get("inForce").asInt())
                .isEqualTo(all.size() - controls(snapshot).waivers().size());
    }

    @Test
    void longHostileTextsKeepTheReportBelowItsLimit() {
        Snapshot snapshot = ExamplePlatform.of(3_000, "<".repeat(1_200));
        var lines = IntStream.range(0, 9).mapToObj(line -> "<".repeat(100_000)).toList();
        String page = page(
                snapshot,
                (places, _) -> eachShows(places, _ -> new ExcerptSource.Excerpt(1, lines)),
                HtmlOptions.DEFAULT);

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMIT);
        assertThat(island(page, "findings").size()
                        + island(page, "report").get("omitted").get("findings").asInt())
                .isEqualTo(findings(snapshot).size());
    }

    @Test
    void allLinesAreAskedForAtOnce() {
        var asked = new ArrayList<Collection<Location>>();
        page(
                ExamplePlatform.of(60),
                (places, _) -> {
                    asked.add(places);
                    return new TreeMap<>();
                },
                HtmlOptions.DEFAULT);
        assertThat(asked)
                .singleElement()
                .satisfies(places -> assertThat(places).isNotEmpty().doesNotHaveDuplicates());
    }

    @Test
    void whatIsNewOrAcceptedOrUndecidedIsMarked() {
        Snapshot now = ExamplePlatform.of(40);
        var out = new ByteArrayOutputStream();
        HtmlReport.write(now, LINES, Optional.of(Comparison.of(ExamplePlatform.of(20), now)), out, HtmlOptions.DEFAULT);
        String page = out.toString(StandardCharsets.UTF_8);

        assertThat(island(page, "report").get("comparison").get("added").asInt())
                .isPositive();
        assertThat(island(page, "findings").findValues("new")).isNotEmpty();
        assertThat(island(page, "findings").findValues("waiver")).hasSize(1);
        long undecided = findings(now).stream()
                .filter(finding -> !finding.truth().isConfirmed())
                .count();
        assertThat(island(page, "findings").findValues("gaps")).hasSize(Math.toIntExact(undecided));
    }

    @Test
    void aQuestionPointsToTheFindingsItSettles() {
        Snapshot snapshot = ExamplePlatform.of(40);
        String page = page(snapshot);
        JsonNode question = island(page, "questions").get(0);
        JsonNode findings = island(page, "findings");

        assertThat(question.get("settles")).hasSize(question.get("count").asInt());
        assertThat(question.get("settles").valueStream())
                .allMatch(index -> findings.get(index.asInt()).has("gaps"));
    }

    @Test
    void aPlatformThatWasNotAssessedHasNoFindings() {
        Snapshot assessed = ExamplePlatform.of(20);
        Snapshot bare = Snapshot.of(assessed.input(), assessed.platform(), assessed.trees(), assessed.problems());
        String page = page(bare);

        assertThat(island(page, "report").get("assessed").asBoolean()).isFalse();
        assertThat(island(page, "findings")).isEmpty();
        assertThat(island(page, "map").get("zones")).isNotEmpty();
    }

    @Test
    void aTextIsNeverCutWithinACharacter() {
        assertThat(Texts.clip("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
        assertThat(Texts.clip("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void risksThatNobodyCalibratedAreShownWithoutAmounts() {
        String page = page(ExamplePlatform.of(10).with(ExampleRisks.facts(false, HOSTILE)));
        JsonNode risks = island(page, "risks");

        assertThat(risks.get("calibrated").asBoolean()).isFalse();
        assertThat(risks.get("risks")).hasSize(3);
        assertThat(risks.get("risks").get(0).get("residual").get(2).asString()).isEqualTo("moderate");
        assertThat(risks.get("backlog").get(0).get("closes").get(0).asString()).isEqualTo("s-1");
        assertThat(risks.get("curve").asString()).startsWith("data:image/svg+xml;base64,");
        assertThat(risks.toString()).doesNotContain("3.14", "6.28", "3141593");
        assertThat(island(page, "texts").toString()).doesNotContain("3,141,593");
        assertThat(page).doesNotContain("<img", "<!--");
    }

    @Test
    void calibratedRisksAreShownInMoney() {
        JsonNode risks = island(page(ExamplePlatform.of(10).with(ExampleRisks.facts(true, ""))), "risks");

        assertThat(risks.get("risks").get(0).get("residual").get(3).asString()).isEqualTo("6.28 M EUR");
        assertThat(risks.get("backlog").get(0).get("avoided").asString()).isEqualTo("3.14 M EUR");
        assertThat(risks.get("appetite").get("verdict").asString()).isEqualTo("exceeded");
        assertThat(risks.get("expected").get(1).asString()).isEqualTo("3.14 M EUR");
    }

    private static String page(Snapshot snapshot) {
        return page(snapshot, LINES, HtmlOptions.DEFAULT);
    }

    private static SortedMap<Location, ExcerptSource.Excerpt> eachShows(
            Collection<Location> places, Function<Location, ExcerptSource.Excerpt> lines) {
        var shown = new TreeMap<Location, ExcerptSource.Excerpt>();
        places.forEach(place -> shown.put(place, lines.apply(place)));
        return shown;
    }

    private static String page(Snapshot snapshot, ExcerptSource lines, HtmlOptions options) {
        var out = new ByteArrayOutputStream();
        HtmlReport.write(snapshot, lines, Optional.empty(), out, options);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode island(String page, String id) {
        return new JsonMapper()
                .readTree(element(page, "<script type=\"application/json\" id=\"data-" + id + "\">", "</script>"));
    }

    private static String element(String page, String start, String end) {
        assertThat(page).contains(start);
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }

    private static String hash(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static ControlFacts controls(Snapshot snapshot) {
        return snapshot.controls().orElseThrow();
    }

    private static List<Finding> findings(Snapshot snapshot) {
        return controls(snapshot).findings();
    }
}
