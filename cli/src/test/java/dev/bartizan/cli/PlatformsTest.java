package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platforms written by others, through the command as a user runs it: nothing is lost, and what is reported is little enough to be read. */
class PlatformsTest {
    private static final int ALL_OBJECTS = 2_879;
    private static final int WORST = 10;

    @TempDir
    private Path out;

    /** The most findings are what a reader was promised or, where that is still less, what there is now: it must not grow unseen. */
    @ParameterizedTest
    @CsvSource({
        "ai-on-gke, 63, 45",
        "argo-workflows, 242, 30",
        "data-on-eks, 233, 80",
        "feast, 58, 25",
        "gpu-operator, 191, 32",
        "kserve, 276, 50",
        "kubeflow, 882, 80",
        "kuberay, 182, 25",
        "online-boutique, 105, 15",
        "opea-genai, 534, 25",
        "vllm-production-stack, 113, 30"
    })
    void aPlatformIsReadWholeAndItsFindingsAreFew(String name, int objects, int mostFindings) {
        Path folder = Repository.assumeShared("platforms/" + name);
        Snapshot snapshot = assessed(folder);
        List<Finding> findings = snapshot.controls().orElseThrow().findings();

        assertThat(snapshot.input().documents()).containsEntry("object", objects);
        assertThat(findings).hasSizeBetween(1, mostFindings);
        assertThat(findings.stream().limit(WORST))
                .as("what is by design is not among the worst")
                .noneMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings).allSatisfy(finding -> assertPointsAtALine(finding, folder));
    }

    @Test
    void allTogetherAreOnePlatformOfWhichNothingIsLost() {
        Path folder = Repository.assumeShared("platforms");
        Snapshot snapshot = assessed(folder);

        assertThat(snapshot.input().documents()).containsEntry("object", ALL_OBJECTS);
        assertThat(snapshot.input().files().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(files(folder));
        assertThat(snapshot.problems())
                .filteredOn(problem -> problem.level() == Problem.Level.ERROR)
                .isEmpty();
        assertThat(accountedFor(snapshot)).isEqualTo(ALL_OBJECTS);
    }

    private Snapshot assessed(Path folder) {
        var ran = Ran.of("assess", folder.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return Assessment.in(out);
    }

    /** Every object is a place of an asset, those that only others speak of left out. */
    private static long accountedFor(Snapshot snapshot) {
        var places = new ArrayList<String>();
        snapshot.platform().assets().stream()
                .filter(asset -> !asset.version().isEmpty())
                .forEach(asset -> asset.locations()
                        .forEach(place -> places.add(place.file() + ":" + place.line() + place.pointer())));
        return places.stream().distinct().count();
    }

    private static void assertPointsAtALine(Finding finding, Path folder) {
        Path file = folder.resolve(finding.location().file());
        assertThat(file).isRegularFile();
        assertThat(lines(file))
                .as(finding.toString())
                .isGreaterThanOrEqualTo(finding.location().line());
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
