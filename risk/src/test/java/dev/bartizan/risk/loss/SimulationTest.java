package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int YEARS = 100_000;

    @Test
    void independentScenariosAgreeWithTheExactCurveWithinTheirOwnError() {
        List<LossScenario> scenarios = LossCurveTest.random(new Random(2), 12);
        LossCurve exact = LossCurve.of(scenarios);
        Simulation simulated = Simulation.of(scenarios, Dependence.NONE, YEARS, 1);

        for (double p : new double[] {0.3, 0.6, 0.9, 0.99, 0.999}) {
            double amount = exact.quantile(p).orElseThrow().value();
            var sampled = simulated.exceedance(amount);
            var computed = exact.exceedance(amount);
            assertThat(sampled.value())
                    .as("P(L > %s)", amount)
                    .isBetween(computed.low() - 4 * sampled.error(), computed.high() + 4 * sampled.error());
        }
        var mean = simulated.annualLoss();
        assertThat(mean.value()).isCloseTo(exact.annualLoss(), within(4 * mean.error()));
    }

    @Test
    void theSameSeedGivesTheSameYearsOnAnyNumberOfThreads() throws Exception {
        List<LossScenario> scenarios = LossCurveTest.random(new Random(3), 10);
        try (var one = new ForkJoinPool(1);
                var three = new ForkJoinPool(3)) {
            var alone = one.submit(() -> Simulation.of(scenarios, Dependence.NONE, 30_000, 7))
                    .get();
            var together = three.submit(() -> Simulation.of(scenarios, Dependence.NONE, 30_000, 7))
                    .get();
            assertThat(together.annualLoss()).isEqualTo(alone.annualLoss());
            assertThat(together.quantile(0.99)).isEqualTo(alone.quantile(0.99));
        }
        assertThat(Simulation.of(scenarios, Dependence.NONE, 30_000, 8).annualLoss())
                .isNotEqualTo(
                        Simulation.of(scenarios, Dependence.NONE, 30_000, 7).annualLoss());
    }

    @Test
    void eventsThatHangTogetherLeaveTheMeanAndMakeTheTailHeavier() {
        var scenarios = List.of(one("a"), one("b"), one("c"), one("d"));
        var together = new Dependence(
                Dependence.Target.EVENTS, List.of(new Dependence.Group(List.of("a", "b", "c", "d"), 0.9)));

        Simulation independent = Simulation.of(scenarios, Dependence.NONE, YEARS, 1);
        Simulation correlated = Simulation.of(scenarios, together, YEARS, 1);

        assertThat(correlated.annualLoss().value())
                .isCloseTo(
                        independent.annualLoss().value(),
                        within(5 * correlated.annualLoss().error()));
        assertThat(correlated.exceedance(300).value())
                .isGreaterThan(3 * independent.exceedance(300).value());
        assertThat(correlated.exceedance(0).value())
                .isLessThan(independent.exceedance(0).value());
    }

    /** Wholly correlated, four scenarios of the same number of events have that number each: all or none. */
    @Test
    void whollyCorrelatedScenariosHappenTogether() {
        var scenarios = List.of(one("a"), one("b"));
        var together = new Dependence(Dependence.Target.EVENTS, List.of(new Dependence.Group(List.of("a", "b"), 1)));

        Simulation simulated = Simulation.of(scenarios, together, YEARS, 5);

        assertThat(simulated.exceedance(150).value())
                .isEqualTo(simulated.exceedance(0).value());
        assertThat(simulated.exceedance(0).value())
                .isCloseTo(
                        1 - Math.exp(-0.1), within(4 * simulated.exceedance(0).error()));
    }

    @Test
    void severitiesThatHangTogetherWidenTheDistribution() {
        var scenarios = List.of(
                new LossScenario("a", new Fixed(5), Lognormal.ofInterval90(10, 100)),
                new LossScenario("b", new Fixed(5), Lognormal.ofInterval90(10, 100)));
        var together =
                new Dependence(Dependence.Target.SEVERITIES, List.of(new Dependence.Group(List.of("a", "b"), 0.8)));

        Simulation independent = Simulation.of(scenarios, Dependence.NONE, YEARS, 1);
        Simulation correlated = Simulation.of(scenarios, together, YEARS, 1);

        assertThat(correlated.quantile(0.99).low())
                .isGreaterThan(independent.quantile(0.99).high());
        assertThat(correlated.annualLoss().value())
                .isCloseTo(
                        independent.annualLoss().value(),
                        within(5 * correlated.annualLoss().error()));
    }

    @Test
    void whatCannotHangTogetherIsRefused() {
        assertThatThrownBy(() -> new Dependence.Group(List.of("a"), 1.2)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new Dependence(
                        Dependence.Target.EVENTS,
                        List.of(new Dependence.Group(List.of("a"), 0), new Dependence.Group(List.of("a"), 0))))
                .hasMessageContaining("two groups");
    }

    private static LossScenario one(String id) {
        return new LossScenario(id, new Fixed(0.1), new Fixed(100));
    }
}
