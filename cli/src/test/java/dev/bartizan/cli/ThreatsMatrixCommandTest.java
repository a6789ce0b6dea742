package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controls of the reference platform, as it was found and after its fixes. */
@TestInstance(Lifecycle.PER_CLASS)
class ThreatsMatrixCommandTest {
    private static final Path PLATFORM = Repository.path("examples/reference-platform");

    private final Path asFound;
    private final SafeguardFacts before;
    private final SafeguardFacts after;

    ThreatsMatrixCommandTest(@TempDir Path out) {
        this.asFound = out.resolve("as-found");
        this.before = assessed("as-found", asFound);
        this.after = assessed("hardened", out.resolve("hardened"));
    }

    private static SafeguardFacts assessed(String name, Path out) {
        var ran = Ran.of("assess", PLATFORM.resolve(name).toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(out).safeguards().orElseThrow();
    }

    @Test
    void theFixesCloseTheGaps() {
        assertThat(gaps(before)).isGreaterThanOrEqualTo(50);
        assertThat(gaps(after)).isLessThanOrEqualTo(gaps(before) / 10);
        assertThat(refuted(after)).isLessThan(refuted(before));
        assertThat(after.unguarded().size())
                .isLessThanOrEqualTo(before.unguarded().size());
    }

    @Test
    void thePatternsThatWereBrokenAreFollowed() {
        assertThat(before.patterns()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(standing(before, Standing.VIOLATES)).isGreaterThanOrEqualTo(10);
        assertThat(standing(after, Standing.VIOLATES)).isLessThanOrEqualTo(2);
        assertThat(standing(after, Standing.FOLLOWS)).isGreaterThan(standing(before, Standing.FOLLOWS));
        assertThat(after.patterns())
                .filteredOn(pattern -> pattern.id().equals("PT-QUARANTINED-NOTEBOOK"))
                .flatExtracting(SafeguardFacts.PatternResult::places)
                .extracting(Place::standing)
                .containsOnly(Standing.FOLLOWS);
    }

    @Test
    void aGapNamesTheThreatAndTheLine() {
        var run = matrix();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("C-AUTHN", "lets through", "TH-M04")
                .contains("BL-AR-013: the argument --app-name is not set  registry/mlflow.yaml:32")
                .contains("Nobody can tell: no check, and no attestation in bartizan.yaml")
                .contains("No threat of this platform needs");
    }

    @Test
    void aCatalogueOfOthersCountsWhatIsExact() {
        var run = matrix("--by", "atlas");

        assertThat(run.out())
                .containsPattern("AML\\.M0019 .* C-AUTHN")
                .contains("Only partial or related, not counted")
                .contains("Controls without a counterpart in MITRE ATLAS")
                .contains("AML.M0014 by C-ADMIT");
    }

    @Test
    void aBrokenPatternSaysWhatToDo() {
        var run = matrix("--view", "patterns");

        assertThat(run.out())
                .contains("violates", "not so: Nobody reaches the model but through the gateway")
                .contains("serving/vllm-chat.yaml:112")
                .contains("→ Let in only the pods of the gateway");
    }

    @Test
    void aJewelShowsItsHoles() {
        var run = matrix("--view", "defences");

        assertThat(run.out())
                .contains("mlflow  Deployment in ml-registry", "refuted: C-AUTHN, C-SECRETS")
                .contains("HOLE: no control of the catalogue is meant for this jewel");
    }

    @Test
    void whoOwnsWhatIsTold() {
        var run = matrix("--view", "responsibilities");

        assertThat(run.out())
                .contains("provider: runs outside: s3://feature-history, s3://parcel-photographs")
                .contains("security: a matter of how people work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"controls", "responsibilities", "patterns", "defences"})
    void eachViewIsATableOfEqualRows(String view) {
        String csv = matrix("--view", view, "--format", "csv").out();
        String markdown = matrix("--view", view, "--format", "md").out();

        assertThat(csv.lines()
                        .map(line ->
                                line.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "x").split(",", -1).length)
                        .distinct())
                .hasSize(1);
        assertThat(markdown.lines()).allMatch(line -> line.startsWith("|") && line.endsWith("|"));
        assertThat(csv.lines().count()).isEqualTo(markdown.lines().count() - 1).isGreaterThan(10);
        assertThat(matrix("--view", view, "--format", "json").out()).startsWith("{\"" + view + "\":[");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            --view control         => --view takes controls, responsibilities, patterns, defences, not 'control'.
            --by nist              => --by takes nist-800-53, atlas, ai-exchange, not 'nist'.
            --format xlsx          => --format takes txt, json, csv, md, not 'xlsx'.
            --view patterns --by atlas => --by groups controls: leave out --view patterns.
            """)
    void aWordThatDoesNotExistIsWrongUsage(String options, String message) {
        var run = matrix(options.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains(message);
    }

    private Ran matrix(String... options) {
        var arguments = new ArrayList<>(
                List.of("threats", "matrix", asFound.resolve("assessment.json").toString()));
        arguments.addAll(List.of(options));
        return Ran.of(arguments.toArray(String[]::new));
    }

    private static int gaps(SafeguardFacts facts) {
        return facts.controls().stream().mapToInt(Safeguard::gaps).sum();
    }

    private static int refuted(SafeguardFacts facts) {
        return facts.controls().stream()
                .mapToInt(control -> control.coverage().refuted().cardinality())
                .sum();
    }

    private static int standing(SafeguardFacts facts, Standing standing) {
        return facts.patterns().stream()
                .mapToInt(pattern -> pattern.count(standing))
                .sum();
    }
}
