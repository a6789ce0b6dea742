package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of findings with a pointer: what is shown, in which order, and what a finding tells when it is opened. */
@ExtendWith(Reader.Extension.class)
class FindingsTableTest {
    private static final Comparator<String> AS_READ = String.CASE_INSENSITIVE_ORDER;

    private ReportPage report;
    private FindingsView findings;
    private int all;

    @BeforeEach
    void openTheFindings(Reader reader) {
        report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        findings = report.findings();
        all = findings.count();
        assertThat(all).as("findings of the example").isGreaterThan(20);
    }

    @Test
    void theWorstComeFirst() {
        assertThat(findings.rows()).extracting(FindingRow::rank).isSorted().contains(0);
    }

    @Test
    void aSeverityIsChosenWithItsButton() {
        findings.toggle("critical");

        assertThat(findings.rows()).isNotEmpty().allMatch(row -> row.rank() == 0);
        assertThat(findings.count()).isLessThan(all);
        assertThat(findings.shown()).isEqualTo(findings.count() + " of " + all + " findings");
    }

    @Test
    void twoSeveritiesAddUp() {
        findings.toggle("critical");
        int critical = findings.count();
        findings.toggle("high");
        int both = findings.count();
        findings.toggle("critical");

        assertThat(findings.count()).isPositive().isEqualTo(both - critical);
    }

    @Test
    void theLayersTogetherAreAllFindings() {
        int together = 0;
        for (var layer : List.of("Data", "Model", "Pipeline", "Infrastructure")) {
            findings.choose("Layer", layer);
            if (findings.count() > 0) {
                assertThat(findings.open(0).text()).contains(layer.toLowerCase(Locale.ROOT));
            }
            together += findings.count();
        }

        assertThat(together).isEqualTo(all);
    }

    @Test
    void confirmedUndecidedAndAcceptedAreToldApart() {
        findings.choose("Truth", "Confirmed");
        int confirmed = findings.count();
        assertThat(findings.rows()).noneMatch(row -> row.severity().contains("undecided"));
        findings.choose("Truth", "Undecided");
        int undecided = findings.count();
        assertThat(findings.rows()).allMatch(row -> row.severity().contains("undecided"));
        findings.choose("Truth", "Accepted");

        assertThat(confirmed).isPositive();
        assertThat(undecided).isPositive();
        assertThat(confirmed + undecided + findings.count()).isEqualTo(all);
    }

    @Test
    void theSearchTakesEveryWord() {
        var row = findings.rows().getFirst();
        var word = row.title().split(" ", -1)[0];

        findings.search(word + " " + row.asset());

        assertThat(findings.rows()).contains(row);
        assertThat(findings.count()).isPositive().isLessThan(all);
    }

    @Test
    void aSearchWithoutAMatchSaysSoAndIsTakenBackByReset() {
        findings.search("no such words anywhere");
        assertThat(findings.count()).isZero();
        assertThat(findings.opened().text()).contains("No finding matches the filter");

        findings.reset();

        assertThat(findings.count()).isEqualTo(all);
        assertThat(findings.searchBox().inputValue()).isEmpty();
    }

    @Test
    void aColumnSortsUpAndDown() {
        findings.sortBy("Asset");
        assertThat(findings.rows()).extracting(FindingRow::asset).isSortedAccordingTo(AS_READ);
        var first = findings.rows().getFirst().asset();

        findings.sortBy("Asset");

        assertThat(findings.rows()).extracting(FindingRow::asset).isSortedAccordingTo(AS_READ.reversed());
        assertThat(findings.rows().getFirst().asset()).isNotEqualTo(first);
    }

    @Test
    void thePlacesAreSortedByFileAndLine() {
        findings.sortBy("Place");

        assertThat(findings.rows())
                .isSortedAccordingTo(
                        Comparator.comparing(FindingRow::file, AS_READ).thenComparingInt(FindingRow::line));
    }

    @Test
    void aClickOpensTheFindingOfTheRow() {
        var row = findings.rows().get(3);

        var opened = findings.open(3);

        assertThat(opened.title()).isEqualTo(row.title());
        assertThat(opened.text()).contains(row.asset(), row.place(), "Why", "Evidence", "Remedy");
        assertThat(findings.chosen()).isEqualTo(3);
        assertThat(report.address()).startsWith("findings/");
    }

    @Test
    void theMarkedLineIsTheLineOfTheFile() throws IOException {
        int compared = 0;
        for (int row = 0; row < 12; row++) {
            for (var marked : findings.open(row).markedLines()) {
                var line = Files.readAllLines(Subject.EXAMPLE.platform().resolve(marked.file()))
                        .get(marked.number() - 1);
                // Of a line with a secret in it, what stands before the value is shown.
                assertThat(marked.text()).startsWith(line.substring(0, line.indexOf(':') + 1));
                assertThat(findings.opened().text()).contains(marked.file() + ":" + marked.number());
                compared++;
            }
        }
        assertThat(compared).as("excerpts seen").isGreaterThan(8);
    }

    @Test
    void aLineThatHoldsASecretIsShownWithoutIt() {
        findings.search("weights-import-job.yaml HF_TOKEN");
        assertThat(findings.count()).as("findings on the token").isPositive();

        var marked = findings.open(0).markedLines();

        assertThat(marked)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.text()).doesNotContain("Planted"));
        assertThat(findings.opened().text()).doesNotContain("hf_Qm7");
    }

    @Test
    void aFindingLeadsToItsAssetOnTheMap() {
        var asset = findings.rows().getFirst().asset();

        findings.open(0).followAsset();

        assertThat(report.shows(View.MAP)).isTrue();
        assertThat(new MapView(report.page()).panelTitle()).isEqualTo(asset);
    }

    @Test
    void aFigureOfTheSummaryLeadsToWhatItCounts() {
        report.goTo(View.SUMMARY);
        report.page().locator(".figure.sev-high").click();

        assertThat(report.shows(View.FINDINGS)).isTrue();
        assertThat(findings.rows()).isNotEmpty().allMatch(row -> row.rank() == 1);
    }
}
