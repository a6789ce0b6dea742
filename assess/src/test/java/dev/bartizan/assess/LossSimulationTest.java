package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.RiskFacts.Simulated.Held;
import dev.bartizan.risk.LossSimulation;
import dev.bartizan.risk.LossSimulation.Settings;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exact curve of the reference platform as it was found, beside simulated years. */
class LossSimulationTest {
    private static final int YEARS = 100_000;
    private static final AssessAnswer PLATFORM =
            assessed(Repository.path("examples/reference-platform").resolve("as-found"));

    private static AssessAnswer assessed(Path folder) {
        return AssessAnalysis.run(
                AssessQuestion.of(List.of(folder), LocalDate.of(2026, 11, 22)), InputStream.nullInputStream());
    }

    private static Optional<Simulated> simulated(AssessAnswer platform, double correlation, long seed) {
        return LossSimulation.of(
                platform.snapshot(), platform.risks().orElseThrow(), new Settings(YEARS, correlation, seed));
    }

    @Test
    void independentScenariosAgreeWithTheExactCurve() {
        Simulated years = simulated(PLATFORM, 0, 1).orElseThrow();
        var residual = PLATFORM.snapshot()
                .risks()
                .flatMap(facts -> facts.curves())
                .orElseThrow()
                .residual();

        assertThat(years.isIndependent()).isTrue();
        assertThat(years.amounts()).hasSize(8);
        assertThat(years.agreeing()).isGreaterThanOrEqualTo(7);
        assertThat(years.amounts())
                .allSatisfy(held -> assertThat(held.simulated()).isCloseTo(held.exact(), within(4 * held.error())));
        assertThat(years.expected()).isEqualTo(residual.expected());
        assertThat(years.simulatedMean()).isCloseTo(years.expected(), within(4 * years.meanError()));
    }

    @Test
    void whatGoesTogetherMakesTheTailHeavierAndLeavesTheMean() {
        Simulated years = simulated(PLATFORM, 0.6, 1).orElseThrow();
        Held rare = years.amounts().getLast();
        Held usual = years.amounts().getFirst();

        assertThat(rare.simulated()).isGreaterThan(3 * rare.exact());
        assertThat(usual.simulated()).isLessThan(usual.exact());
        assertThat(years.simulatedMean()).isCloseTo(years.expected(), within(4 * years.meanError()));
        assertThat(rare.simulated())
                .isGreaterThan(simulated(PLATFORM, 0.2, 1)
                        .orElseThrow()
                        .amounts()
                        .getLast()
                        .simulated());
    }

    @Test
    void theSameSeedGivesTheSameFiguresOnAnyNumberOfThreads() throws Exception {
        try (var one = new ForkJoinPool(1);
                var two = new ForkJoinPool(2)) {
            var alone = one.submit(() -> simulated(PLATFORM, 0.3, 5)).get();
            assertThat(two.submit(() -> simulated(PLATFORM, 0.3, 5)).get()).isEqualTo(alone);
        }
        assertThat(simulated(PLATFORM, 0.3, 6)).isNotEqualTo(simulated(PLATFORM, 0.3, 5));
    }

    /** The curve takes many scenarios of equal cost as one; together would be one with itself. */
    @Test
    void manyScenariosAreDrawnOneByOneWhenTheyGoTogether(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bartizan.yaml"), "version: 1\ncomplete: [cluster]\n");
        Files.writeString(
                folder.resolve("agents.yaml"),
                IntStream.range(0, 110)
                        .mapToObj(i -> WeakServer.manifest(true).replace("ml-serving", "ml-" + i))
                        .collect(Collectors.joining("---\n")));
        AssessAnswer many = assessed(folder);
        Simulated independent = simulated(many, 0, 1).orElseThrow();
        Simulated together = simulated(many, 0.1, 1).orElseThrow();

        assertThat(together.scenarios()).isGreaterThan(300);
        assertThat(independent.scenarios()).isLessThan(50);
        assertThat(independent.agreeing()).isGreaterThanOrEqualTo(7);
        assertThat(together.simulatedMean()).isCloseTo(together.expected(), within(4 * together.meanError()));
        assertThat(together.amounts().getLast().simulated())
                .isGreaterThan(3 * together.amounts().getLast().exact());
    }

    @Test
    void withoutLossesThereIsNothingToSimulate(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("settings.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: ml}}\n");
        assertThat(simulated(assessed(folder), 0, 1)).isEmpty();
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        assertThatThrownBy(() -> new Settings(999, 0, 1)).hasMessageContaining("not 999");
        assertThatThrownBy(() -> new Settings(YEARS, 1, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new Settings(YEARS, Double.NaN, 1)).hasMessageContaining("not NaN");
    }
}
