package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.testkit.mutation.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatorTest {
    private static final byte[] ORIGINAL = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: a
            spec:
              containers:
                - name: a
                  image: "b:1"
                  args: [x, y]
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void aSeedGivesTheSameMutantAgain() {
        for (long seed = 0; seed < 300; seed++) {
            Mutant mutant = Mutator.mutate("pod.yaml", ORIGINAL, seed);
            Mutant again = Mutator.mutate("pod.yaml", ORIGINAL, seed);
            assertThat(again.bytes()).isEqualTo(mutant.bytes());
            assertThat(again.steps()).isEqualTo(mutant.steps()).isNotEmpty();
        }
    }

    @Test
    void damageIsBoundedAndNearlyAlwaysDamage() {
        int unchanged = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Mutant mutant = Mutator.mutate("pod.yaml", ORIGINAL, seed);
            assertThat(mutant.bytes().length).isLessThanOrEqualTo(1 << 20);
            assertThat(mutant.steps().size()).isLessThanOrEqualTo(5);
            if (java.util.Arrays.equals(mutant.bytes(), ORIGINAL)) {
                unchanged++;
            }
        }
        assertThat(unchanged).isLessThan(50);
    }

    @Test
    void everyStepIsDrawn() {
        Set<String> drawn = new TreeSet<>();
        for (long seed = 0; seed < 1_000; seed++) {
            drawn.addAll(Mutator.mutate("pod.yaml", ORIGINAL, seed).steps());
        }
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Damage.vocabulary())
                .hasSizeGreaterThan(30);
    }

    @Test
    void noStepNeedsAnythingToDamage() {
        for (long seed = 0; seed < 1_000; seed++) {
            assertThat(Mutator.mutate("empty.yaml", new byte[0], seed).origin()).isEqualTo("empty.yaml");
            assertThat(Mutator.mutate("byte.yaml", new byte[] {(byte) 0xff}, seed)
                            .seed())
                    .isEqualTo(seed);
        }
    }

    @Test
    void theFirstThatDoesNotSurviveIsNamed(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("pod.yaml"), ORIGINAL);
        Mutator mutator = Mutator.over(folder);
        assertThatThrownBy(() -> mutator.exercise(1, Duration.ofSeconds(30), mutant -> {
                    if (mutant.seed() == 5) {
                        throw new StackOverflowError("deep");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(mutator.mutant(5).toString())
                .hasMessageContaining("pod.yaml with seed 5: ")
                .hasMessageContaining("-Dbartizan.mutant=5")
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void everySurvivorIsCounted(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("pod.yaml"), ORIGINAL);
        Set<Long> seen = new TreeSet<>();
        int tried = Mutator.over(folder).exercise(100, Duration.ofMillis(50), mutant -> seen.add(mutant.seed()));
        assertThat(seen).hasSize(tried).first().isEqualTo(100L);
    }

    @Test
    void theOriginalsAreTheManifestsOfAFolder(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("a.yaml"), ORIGINAL);
        Files.write(folder.resolve("b.json"), ORIGINAL);
        Files.write(folder.resolve("c.txt"), ORIGINAL);
        Files.write(folder.resolve("huge.yml"), new byte[200_000]);
        Mutator mutator = Mutator.over(folder);
        assertThat(mutator.mutant(0).origin()).isEqualTo("a.yaml");
        assertThat(mutator.mutant(1).origin()).isEqualTo("b.json");
        assertThat(mutator.mutant(2).origin()).isEqualTo("a.yaml");
    }

    @Test
    void aFolderWithoutManifestsIsAMistake(@TempDir Path folder) {
        assertThatThrownBy(() -> Mutator.over(folder)).hasMessageContaining("no YAML or JSON file");
    }
}
