package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.testkit.Mutant;
import dev.bartizan.testkit.Mutator;
import dev.bartizan.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Damaged copies of real files through the whole main job: it ends, with an assessment that can be written and read. */
class MutationTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
    private static final Path EXAMPLE = Repository.path("examples/reference-platform");

    /** Loading the catalogues takes longer than assessing a file, and files that meet are a case of their own. */
    private static final int TOGETHER = 30;

    private static final Duration MOST_TOGETHER = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void damagedManifestsEndInAnAssessment() {
        var mutator = Mutator.over(Repository.shared()
                .map(shared -> shared.resolve("platforms"))
                .filter(Files::isDirectory)
                .orElse(EXAMPLE));
        // Alone, so that a seed that a failure named can be repeated.
        mutator.exercise(1, Duration.ZERO, mutant -> assess(List.of(mutant)));

        long tried = 1;
        for (long end = end(8); System.nanoTime() < end; tried += TOGETHER) {
            exercise(mutator, tried);
        }
        assertThat(tried).isGreaterThan(TOGETHER);
    }

    private void exercise(Mutator mutator, long firstSeed) {
        var seeds = LongStream.range(firstSeed, firstSeed + TOGETHER).toArray();
        var mutants = LongStream.of(seeds).mapToObj(mutator::mutant).toList();
        try {
            assertTimeoutPreemptively(MOST_TOGETHER, () -> assess(mutants));
        } catch (Throwable together) {
            // Names the one that does it.
            for (long seed : seeds) {
                mutator.exercise(seed, Duration.ZERO, mutant -> assess(List.of(mutant)));
            }
            throw new AssertionError("did not survive together: " + mutants, together);
        }
    }

    private void assess(List<Mutant> mutants) {
        var input = folder.resolve("input");
        try {
            Files.createDirectories(input);
            var files = new TreeMap<Path, byte[]>();
            for (Mutant mutant : mutants) {
                var extension = mutant.origin().endsWith(".json") ? ".json" : ".yaml";
                files.put(input.resolve(mutant.seed() + extension), mutant.bytes());
            }
            write(files);
            assess(input);
            for (Path file : files.keySet()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void damagedSettingsCostTheSettingsOnly() throws IOException {
        var input = Files.createDirectories(folder.resolve("input"));
        Files.copy(EXAMPLE.resolve("as-found/serving/vllm-chat.yaml"), input.resolve("vllm-chat.yaml"));
        byte[] settings = Files.readAllBytes(EXAMPLE.resolve("bartizan.yaml"));
        long seed = 0;
        for (long end = end(2); seed < 2 || System.nanoTime() < end; seed++) {
            var mutant = Mutator.mutate("bartizan.yaml", settings, seed);
            Files.write(input.resolve("bartizan.yaml"), mutant.bytes());

            var answer = assertTimeoutPreemptively(MOST_TOGETHER, () -> assess(input), mutant::toString);

            assertThat(answer.nothingRead()).as(mutant.toString()).isFalse();
        }
    }

    @Test
    void aDamagedAssessmentIsReadOrRefused() throws IOException {
        byte[] assessment = Files.readAllBytes(written(EXAMPLE.resolve("as-found/serving")));
        int read = 0;
        int refused = 0;
        long seed = 0;
        for (long end = end(2); read == 0 || refused == 0 || System.nanoTime() < end; seed++) {
            var mutant = Mutator.mutate("assessment.json", assessment, seed);
            var result = assertTimeoutPreemptively(
                    MOST_TOGETHER,
                    () -> SnapshotFile.read(new ByteArrayInputStream(mutant.bytes()), "old.json"),
                    mutant::toString);
            switch (result) {
                case SnapshotFile.Ok ok -> {
                    read++;
                    var answer = new AssessAnswer(ok.snapshot(), 1, Optional.empty(), new TreeMap<>());
                    write(answer, Optional.of(Comparison.of(ok.snapshot(), ok.snapshot())), mutant.toString());
                }
                case SnapshotFile.Failed failed -> {
                    refused++;
                    assertThat(failed.problems()).as(mutant.toString()).isNotEmpty();
                }
            }
        }
    }

    private AssessAnswer assess(Path input) {
        var answer = AssessAnalysis.run(AssessQuestion.of(List.of(input), AS_OF), InputStream.nullInputStream());
        write(answer, Optional.empty(), input.toString());
        assertThat(SnapshotFile.read(output().resolve(SnapshotFile.NAME)))
                .isEqualTo(new SnapshotFile.Ok(answer.snapshot()));
        return answer;
    }

    private Path written(Path input) {
        assess(input);
        return output().resolve(SnapshotFile.NAME);
    }

    private void write(AssessAnswer answer, Optional<Comparison> comparison, String what) {
        AssessOutputs.write(output(), answer, comparison, "test");
        var mapper = JsonMapper.shared();
        assertThat(mapper.readTree(output().resolve(Reports.SARIF).toFile())
                        .path("runs")
                        .size())
                .as(what)
                .isEqualTo(1);
        assertThat(output().resolve(Reports.HTML)).isNotEmptyFile();
    }

    private Path output() {
        return folder.resolve("output");
    }

    private static void write(SortedMap<Path, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    private static long end(int seconds) {
        return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }
}
