package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readiness of the reference platform, as it was found and after its fixes. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadinessCommandTest {
    private static final Path PLATFORM = Repository.path("examples/reference-platform");

    private final Path out;
    private final ReadinessFacts before;
    private final ReadinessFacts after;

    ReadinessCommandTest(@TempDir Path out) {
        this.out = out;
        this.before = assessed("as-found", "2026-10-01");
        this.after = assessed("hardened", "2026-11-22", "--against", stored("as-found"), "--fail-on", "problems");
    }

    private ReadinessFacts assessed(String name, String day, String... more) {
        String[] arguments = {
            "assess",
            PLATFORM.resolve(name).toString(),
            "--out",
            out.resolve(name).toString(),
            "--as-of",
            day
        };
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        var ran = Ran.of(all);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(out.resolve(name)).readiness().orElseThrow();
    }

    private String stored(String name) {
        return out.resolve(name).resolve("assessment.json").toString();
    }

    @Test
    void theFixesLowerNoDomainAndRaiseTheWhole() {
        for (DomainScore domain : after.platform().domains()) {
            int was = before.platform().domains().stream()
                    .filter(one -> one.domain().equals(domain.domain()))
                    .mapToInt(DomainScore::score)
                    .findFirst()
                    .orElseThrow();
            assertThat(domain.score()).as(domain.title()).isGreaterThanOrEqualTo(was);
        }
        assertThat(after.platform().score()).isGreaterThan(before.platform().score());
        assertThat(after.platform().confidence()).isBetween(50, 80);
    }

    @Test
    void theBaselineDocumentTellsIt() throws IOException {
        Path document = out.resolve("baseline.html");
        var ran = Ran.of(
                "report",
                stored("hardened"),
                "--document",
                "baseline",
                "--out",
                document.toString(),
                "--as-of",
                "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(document))
                .contains("What lifts it next", after.platform().confidence() + " % of it is measured");
    }

    @Test
    void everyMachineAnswerRestsOnSomethingMeasured() {
        assertThat(after.answers())
                .filteredOn(answer -> answer.provenance() == Provenance.MACHINE)
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(answer -> assertThat(answer.rungs().getFirst().measured())
                        .allSatisfy(one -> {
                            assertThat(one.whole()).isPositive();
                            assertThat(one.date()).isPresent();
                        }));
    }

    @Test
    void theTrendAndWhatChangedComeFromTheOlderAssessment() {
        assertThat(after.history()).singleElement().satisfies(point -> {
            assertThat(point.asOf()).isEqualTo(before.asOf());
            assertThat(point.platform()).isEqualTo(before.platform());
        });
        var alone = Ran.of("readiness", stored("hardened"), "--as-of", "2026-11-22");
        assertThat(alone.out()).contains("2026-10-01").contains("2026-11-22");
    }

    @Test
    void aStoredAssessmentLosesByMissedReviews() {
        var now = Ran.of("readiness", stored("hardened"), "--as-of", "2026-11-22");
        var later = Ran.of("readiness", stored("hardened"), "--as-of", "2027-11-22");

        assertThat(now.out()).startsWith("Readiness ");
        assertThat(later.out()).contains("Look at it again").isNotEqualTo(now.out());
    }

    @ParameterizedTest
    @CsvSource({"csv,'scope,domain,question,ask,level'", "md,# Readiness on 2026-11-22", "json,'{\"readiness\":{'"})
    void eachFormatBeginsAsItShould(String format, String begin) {
        var ran = Ran.of("readiness", stored("hardened"), "--as-of", "2026-11-22", "--format", format);

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out().replace("\n", "")).startsWith(begin);
    }

    @Test
    void oneQuestionTellsEverythingThatWasMeasured() {
        var ran = Ran.of("readiness", stored("as-found"), "--as-of", "2026-10-01", "--question", "NET-1");

        assertThat(ran.out())
                .contains(
                        "coverage of C-NETSEG: ",
                        "measured 2026-10-01",
                        "namespaces/namespaces.yaml:",
                        "OWASP SAMM D-SA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --format|yaml|--format takes txt, json, md or csv
                    --question|NET-9|--question takes GOV-1
                    --history|missing.json|there is no such file
                    """)
    void whatIsMisusedIsTold(String option, String value, String told) {
        var ran = Ran.of("readiness", stored("as-found"), option, value);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains(told);
    }

    @Test
    void aStoredAssessmentOfAnotherVersionIsToldWithItsPlace() throws IOException {
        Path newer =
                Files.writeString(out.resolve("newer.json"), "{\"schema\":\"bartizan/assessment/9.0\",\"input\":{}}");

        var ran = Ran.of("readiness", stored("as-found"), "--history", newer.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("newer.json:1:", "layout bartizan/assessment/9.0 is too new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {question: GOV-1, level: 2, date: 2026-11-01}|'evidence'
                    {question: GOV-1, level: 2, evidence: ' ', date: 2026-11-01}|evidence that can be looked up
                    {question: GOV-1, level: 2, evidence: ticket 7}|'date'
                    {question: GOV-1, level: 7, evidence: ticket 7, date: 2026-11-01}|from 0 to 4
                    {question: GOV-11, level: 2, evidence: ticket 7, date: 2026-11-01}|did you mean 'GOV-1'
                    {question: GOV-1, levle: 2, evidence: ticket 7, date: 2026-11-01}|'level'
                    {question: GOV-1, level: 2, evidence: ticket 7, date: 2026-12-24}|after the day of the assessment
                    """)
    void answersAreReadStrictly(String entry, String told, @TempDir Path folder) throws IOException {
        assertThat(problems(entry, folder)).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(told).contains("bartizan.yaml:4:");
        });
    }

    @Test
    void anAnswerWithEvidenceAndDateIsTaken(@TempDir Path folder) throws IOException {
        String entry = "{question: DET-4, level: 2, evidence: ticket 7, date: 2026-11-01, by: Ada}";

        assertThat(problems(entry, folder))
                .noneMatch(problem -> problem.toString().contains("bartizan.yaml:"));
        assertThat(Assessment.in(folder.resolve("out"))
                        .readiness()
                        .orElseThrow()
                        .platform()
                        .levels())
                .containsEntry("DET-4", 2);
    }

    private static List<Problem> problems(String entry, Path folder) throws IOException {
        Path config = Files.writeString(
                folder.resolve("bartizan.yaml"), "version: 1\nreadiness:\n  answers:\n    - " + entry + "\n");
        Ran.of(
                "assess",
                PLATFORM.resolve("hardened/namespaces").toString(),
                "--config",
                config.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--as-of",
                "2026-11-22");
        return Assessment.in(folder.resolve("out")).problems();
    }
}
