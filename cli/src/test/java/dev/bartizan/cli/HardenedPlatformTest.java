package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The reference platform after its fixes: nothing of its answer key is left, and nothing new came in. */
@TestInstance(Lifecycle.PER_CLASS)
class HardenedPlatformTest {
    private static final int FEWEST_ASSETS = 300;
    private static final String FOLDER = "examples/reference-platform";

    private final AnswerKey key = AnswerKey.read(Repository.path(FOLDER + "/weaknesses.yaml"));
    private final Path out;
    private final Snapshot asFound;
    private final Snapshot hardened;

    HardenedPlatformTest(@TempDir Path out) {
        this.out = out;
        this.asFound = assessed("as-found");
        this.hardened = assessed("hardened");
    }

    private Snapshot assessed(String name) {
        Path folder = Repository.path(FOLDER).resolve(name);
        Path output = out.resolve(name);
        var ran = Ran.of("assess", folder.toString(), "--out", output.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(output);
    }

    @Test
    void itIsReadWithoutAMistake() {
        assertThat(hardened.problems()).noneMatch(problem -> problem.level() != Problem.Level.NOTICE);
    }

    @Test
    void noPlantedWeaknessIsLeft() {
        List<AnswerKey.Entry> planted = key.entries("weaknesses");
        assertThat(planted).isNotEmpty();
        assertThat(AnswerKey.reported(hardened))
                .filteredOn(report -> planted.stream().anyMatch(entry -> entry.isAbout(report.member())))
                .isEmpty();
    }

    @Test
    void whatIsLeftIsAcceptedOrByDesign() {
        Set<String> waived = hardened.controls().orElseThrow().waivers().stream()
                .map(Waiver::finding)
                .collect(Collectors.toSet());
        assertThat(hardened.controls().orElseThrow().findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO && !waived.contains(finding.id()))
                .isEmpty();
        assertThat(hardened.controls().orElseThrow().questions()).isEmpty();
    }

    @Test
    void itIsTheSamePlatform() {
        Set<String> before = asFound.platform().assets().stream().map(Asset::id).collect(Collectors.toSet());
        long kept = hardened.platform().assets().stream()
                .filter(asset -> before.contains(asset.id()))
                .count();

        assertThat(hardened.platform().assets()).hasSizeGreaterThanOrEqualTo(FEWEST_ASSETS);
        assertThat(kept * 10).isGreaterThan(before.size() * 9L);
    }

    @Test
    void theComparisonNamesEveryFix() {
        var ran = Ran.of(
                "assess",
                Repository.path(FOLDER + "/hardened").toString(),
                "--against",
                out.resolve("as-found/assessment.json").toString(),
                "--fail-on",
                "new",
                "--out",
                out.resolve("comparison").toString(),
                "--as-of",
                "2026-11-22");

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).containsPattern("observations against the older assessment: 0 new, \\d\\d+ fixed");
    }
}
