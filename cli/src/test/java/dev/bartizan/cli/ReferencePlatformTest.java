package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.AnswerKey.Entry;
import dev.bartizan.cli.AnswerKey.Reported;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.testkit.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The assessment of the reference platform against its answer key, both ways. */
@TestInstance(Lifecycle.PER_CLASS)
class ReferencePlatformTest {
    private static final int MOST_FINDINGS = 90;
    private static final int FEWEST_WEAKNESSES = 75;
    private static final String FOLDER = "examples/reference-platform";

    private final AnswerKey key = AnswerKey.read(Repository.path(FOLDER + "/weaknesses.yaml"));
    private final Path out;
    private final Snapshot snapshot;

    ReferencePlatformTest(@TempDir Path out) {
        this.out = out;
        this.snapshot = assessed(FOLDER, "whole");
    }

    private Snapshot assessed(String folder, String name) {
        Path output = out.resolve(name);
        var ran = Ran.of(
                "assess", Repository.path(folder).toString(), "--out", output.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(output);
    }

    @Test
    void everyWeaknessOfTheKeyHasItsPlace() {
        assertThat(key.weaknesses())
                .hasSizeGreaterThanOrEqualTo(FEWEST_WEAKNESSES)
                .allSatisfy(weakness -> {
                    assertThat(weakness.get("rule").hasValue())
                            .as("either a rule or an analysis")
                            .isNotEqualTo(weakness.get("analysis").hasValue());
                    assertThat(snapshot.platform().index(weakness.get("asset").text("?")))
                            .as(weakness.get("asset").text("?"))
                            .isPresent();
                    assertThat(Files.readAllLines(Repository.path(FOLDER)
                                    .resolve("as-found")
                                    .resolve(weakness.get("file").text("?"))))
                            .hasSizeGreaterThanOrEqualTo(
                                    Integer.parseInt(weakness.get("line").text("0")));
                });
        assertThat(key.weaknesses())
                .extracting(weakness -> weakness.get("layer").text("?"))
                .containsOnly("data", "model", "pipeline", "infrastructure", "network");
    }

    @Test
    void everyPlantedWeaknessIsFoundAtItsLine() {
        assertThat(missing(
                        "weaknesses", report -> report.finding().truth().isConfirmed() && !isWaived(report.finding())))
                .isEmpty();
    }

    @Test
    void whatFollowsFromAWeaknessIsFoundToo() {
        assertThat(missing("consequences", report -> report.finding().truth().isConfirmed()))
                .isEmpty();
    }

    @Test
    void whatIsAcceptedIsFoundAndWaived() {
        assertThat(missing("accepted", report -> report.finding().truth().isConfirmed() && isWaived(report.finding())))
                .isEmpty();
    }

    @Test
    void whatMayBeElsewhereIsAQuestionAndNoConfirmedFinding() {
        assertThat(missing("undecided", report -> !report.finding().truth().isConfirmed()))
                .isEmpty();
        assertThat(snapshot.controls().orElseThrow().questions()).hasSize(1);
    }

    @Test
    void whatNodeAgentsNeedIsNoMoreThanInformation() {
        assertThat(missing("by-design", report -> report.finding().severity() == Severity.INFO))
                .isEmpty();
    }

    @Test
    void nothingElseIsReported() {
        List<Entry> known = Stream.of("weaknesses", "consequences", "accepted", "undecided", "by-design")
                .flatMap(section -> key.entries(section).stream())
                .toList();
        assertThat(AnswerKey.reported(snapshot))
                .filteredOn(report -> known.stream().noneMatch(entry -> entry.isMet(report.member())))
                .isEmpty();
    }

    @Test
    void hardenedAssetsHaveNoSevereFinding() {
        assertThat(AnswerKey.reported(snapshot))
                .filteredOn(report -> report.finding().truth().isConfirmed()
                        && report.finding().severity().compareTo(Severity.HIGH) >= 0
                        && key.mustStayClean().contains(report.member().asset()))
                .isEmpty();
    }

    @Test
    void everyHardenedAssetIsThere() {
        assertThat(key.mustStayClean())
                .isNotEmpty()
                .allSatisfy(asset ->
                        assertThat(snapshot.platform().index(asset)).as(asset).isPresent());
    }

    @Test
    void theFindingsAreFew() {
        assertThat(snapshot.controls().orElseThrow().findings()).hasSizeLessThanOrEqualTo(MOST_FINDINGS);
    }

    @Test
    void theFolderOfTheManifestsAloneGivesTheSameFindings() {
        assertThat(identities(assessed(FOLDER + "/as-found", "alone"))).isEqualTo(identities(snapshot));
    }

    /** What is expected and was not reported so. */
    private List<Entry> missing(String section, Predicate<Reported> isSo) {
        List<Entry> entries = key.entries(section);
        assertThat(entries).as(section).isNotEmpty();
        List<Reported> reported =
                AnswerKey.reported(snapshot).stream().filter(isSo).toList();
        return entries.stream()
                .filter(entry -> reported.stream().noneMatch(report -> entry.isMet(report.member())))
                .toList();
    }

    private boolean isWaived(Finding finding) {
        Set<String> waived = snapshot.controls().orElseThrow().waivers().stream()
                .map(Waiver::finding)
                .collect(Collectors.toSet());
        return waived.contains(finding.id());
    }

    private static List<String> identities(Snapshot of) {
        return AnswerKey.reported(of).stream()
                .map(report -> report.finding().id() + " " + report.finding().severity() + " "
                        + report.member().id())
                .toList();
    }
}
