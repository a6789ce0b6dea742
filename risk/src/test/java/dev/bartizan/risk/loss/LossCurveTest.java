package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.risk.maths.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Reference figures are those of exams/risk/risk-maths-reference.json: computed with scipy on two grids and checked with 2 million simulated years. */
class LossCurveTest {
    private static final List<LossScenario> THREE = List.of(
            lognormal("ALICE", 0.01, 1e6, 10e6),
            lognormal("BOB", 0.1, 10e6, 1e9),
            lognormal("CHARLIE", 0.05, 5e6, 50e6));

    @Test
    void threeScenariosOfRiskquantAgreeWithTheReferenceCurve() {
        LossCurve curve = LossCurve.of(THREE);

        assertThat(curve.annualLoss()).isCloseTo(27_690_204.31236144, within(1e-6));
        assertThat(curve.exceedance(0).value()).isCloseTo(1 - 0.8521437889662113, within(1e-12));
        var reference = Map.of(
                1e6, 0.147377, 1e7, 0.124434, 5e7, 0.069844, 1e8, 0.049727, 5e8, 0.012789, 1e9, 0.005132, 5e9,
                0.000264);
        reference.forEach(
                (amount, probability) -> assertThat(curve.exceedance(amount).value())
                        .as("P(L > %s)", amount)
                        .isCloseTo(probability, within(5e-5)));
    }

    @Test
    void theirQuantilesAgreeWithinAPercent() {
        LossCurve curve = LossCurve.of(THREE);

        Map.of(0.9, 20647048.950195312, 0.95, 99039077.75878906, 0.99, 612869262.6953125, 0.999, 2624416351.3183594)
                .forEach((p, amount) -> {
                    var quantile = curve.quantile(p).orElseThrow();
                    assertThat(quantile.value()).as("%s", p).isCloseTo(amount, within(0.002 * amount));
                    assertThat(quantile.value()).isBetween(quantile.low(), quantile.high());
                });
        assertThat(curve.quantile(0.5)).contains(new LossCurve.Bounded(0, 0, 0));
        assertThat(curve.quantile(0.9999999999)).isEmpty();
    }

    @Test
    void oneScenarioAgreesWithTheReferenceCurve() {
        LossCurve curve = LossCurve.of(List.of(lognormal("one", 0.1, 1, 10)));

        var reference = Map.of(
                0.5, 0.09478114781621094,
                1.0, 0.09063783373124012,
                2.0, 0.07192989509159742,
                5.0, 0.026732199391521716,
                10.0, 0.005738494911445957,
                20.0, 0.0004986210677868641);
        reference.forEach(
                (amount, probability) -> assertThat(curve.exceedance(amount).value())
                        .as("P(L > %s)", amount)
                        .isCloseTo(probability, within(1e-5)));
        assertThat(curve.exceedance(0).value()).isCloseTo(1 - 0.9048374180359595, within(1e-14));
        // One to three events by quadrature, four and more exceed these amounts as good as surely: the reference is off
        // by half a step of its grid.
        assertThat(curve.exceedance(1).value()).isCloseTo(0.09063813895, within(1e-8));
        assertThat(curve.exceedance(2).value()).isCloseTo(0.07193483743, within(1e-8));
    }

    /** With a severity of one unit the loss is the number of events. */
    @Test
    void theBoundsHoldForPoissonNumbers() {
        for (double rate : new double[] {0.01, 0.7, 5, 60}) {
            LossCurve curve = LossCurve.of(List.of(new LossScenario("count", new Fixed(rate), new Fixed(1))));
            double left = 1;
            double mass = Math.exp(-rate);
            for (int n = 0; n < 3 * rate + 10; n++) {
                left -= mass;
                assertHolds(curve, n + 0.5, left);
                mass *= rate / (n + 1);
            }
        }
    }

    /** A lognormal event that happens or not, as rare as makes two in a year as good as impossible. */
    @Test
    void theBoundsHoldForOneRareLognormalEvent() {
        double rate = 1e-4;
        LossCurve curve = LossCurve.of(List.of(lognormal("rare", rate, 1e3, 1e6)));
        var severity = Lognormal.ofInterval90(1e3, 1e6);

        for (double amount = 10; amount < 1e8; amount *= 3.7) {
            double one = rate * Math.exp(-rate) * (1 - severity.cdf(amount));
            assertHolds(curve, amount, one, rate * rate);
        }
    }

    @Test
    void manyEventsAYearComeCloseToANormalDistribution() {
        double rate = 400;
        var severity = new Pert(90, 100, 110, 4, Pert.Shape.STANDARD);
        LossCurve curve = LossCurve.of(List.of(new LossScenario("many", new Fixed(rate), severity)));

        double mean = rate * severity.mean();
        double deviation =
                Math.sqrt(rate * (severity.deviation() * severity.deviation() + severity.mean() * severity.mean()));
        for (double z = -2; z <= 2; z += 0.5) {
            assertThat(curve.exceedance(mean + z * deviation).value()).isCloseTo(1 - Normal.cdf(z), within(0.012));
        }
        assertThat(curve.annualLoss()).isCloseTo(mean, within(1e-9));
        assertThat(curve.areaTo(curve.method().end())).isCloseTo(mean, within(mean * 1e-4));
    }

    @Test
    void anUncertainFrequencyIsIntegratedExactly() {
        var frequency = new Pert(0, 1, 6, 4, Pert.Shape.STANDARD);
        LossCurve curve = LossCurve.of(List.of(new LossScenario("uncertain", frequency, new Fixed(1))));
        double[] mixed = new double[12];
        int slices = 20_000;
        for (int i = 0; i < slices; i++) {
            double low = 6.0 * i / slices;
            double high = 6.0 * (i + 1) / slices;
            double weight = frequency.cdf(high) - frequency.cdf(low);
            double rate = (low + high) / 2;
            double mass = Math.exp(-rate);
            for (int n = 0; n < mixed.length; n++) {
                mixed[n] += weight * mass;
                mass *= rate / (n + 1);
            }
        }

        double left = 1;
        for (int n = 0; n < mixed.length; n++) {
            left -= mixed[n];
            assertHolds(curve, n + 0.5, left, 1e-8);
            assertThat(curve.exceedance(n + 0.5).value()).isCloseTo(left, within(1e-5));
        }
    }

    @Test
    void aLognormalFrequencyHasItsMeanAndMoreYearsWithNothing() {
        var frequency = Lognormal.ofInterval90(0.5, 5);
        EventCounts counts = EventCounts.of(frequency);

        double mean = 0;
        for (int n = 0; n < counts.probabilities().length; n++) {
            mean += n * counts.probabilities()[n];
        }

        assertThat(counts.error()).isLessThan(1e-6);
        assertThat(mean).isCloseTo(frequency.mean(), within(1e-6));
        assertThat(counts.none()).isGreaterThan(Math.exp(-frequency.mean()));
    }

    @Test
    void knownFrequenciesAsUncertainOnesGiveTheSameCurve() {
        LossCurve known = LossCurve.of(THREE);
        LossCurve uncertain = LossCurve.of(THREE.stream()
                .map(scenario -> {
                    double mean = scenario.frequency().mean();
                    return new LossScenario(
                            scenario.id(),
                            new Pert(mean * (1 - 1e-9), mean, mean * (1 + 1e-9), 4, Pert.Shape.STANDARD),
                            scenario.severity());
                })
                .toList());

        for (double amount = 1e5; amount < 1e10; amount *= 2.3) {
            assertThat(uncertain.exceedance(amount).value())
                    .isCloseTo(known.exceedance(amount).value(), within(1e-6));
        }
    }

    @Test
    void lossesOfSixOrdersOfMagnitudeKeepTheirSmallEnd() {
        var scenarios = List.of(lognormal("small", 0.5, 1e3, 1e4), lognormal("large", 0.001, 1e8, 1e9));
        LossCurve curve = LossCurve.of(scenarios);
        LossCurve small = LossCurve.of(scenarios.subList(0, 1));

        for (double amount = 500; amount < 30_000; amount *= 1.5) {
            double both = small.exceedance(amount).value() * Math.exp(-0.001) + (1 - Math.exp(-0.001));
            assertThat(curve.exceedance(amount).value()).isCloseTo(both, within(2e-5));
        }
        assertThat(curve.method().steps()).hasSizeGreaterThan(3);
    }

    @Test
    void theBoundsAreNarrowAndSaidToBeWhatTheyAre() {
        LossCurve curve = LossCurve.of(THREE);

        assertThat(curve.method().numericalError()).isBetween(1e-9, 1e-5);
        for (double amount = 1e5; amount < 1e10; amount *= 1.9) {
            var exceedance = curve.exceedance(amount);
            assertThat(exceedance.value()).isBetween(exceedance.low(), exceedance.high());
            assertThat(exceedance.high() - exceedance.low()).isLessThan(2e-4);
        }
    }

    @Test
    void theMeanExcessOfALognormalTailIsThatOfItsIntegral() {
        double rate = 1e-4;
        var severity = Lognormal.ofInterval90(1e5, 1e6);
        LossCurve curve = LossCurve.of(List.of(new LossScenario("rare", new Fixed(rate), severity)));

        double amount = 5e5;
        double above = severity.mean()
                        * (1 - Normal.cdf((Math.log(amount) - severity.mu()) / severity.sigma() - severity.sigma()))
                - amount * (1 - severity.cdf(amount));

        assertThat(curve.meanExcess(amount).orElseThrow())
                .isCloseTo(above / (1 - severity.cdf(amount)), within(2_000.0));
        assertThat(curve.meanExcess(-1)).isEmpty();
    }

    @Test
    void contributionsAddUp() {
        var contributions = LossCurve.of(THREE).contributions();

        assertThat(contributions)
                .extracting(LossCurve.Contribution::scenario)
                .containsExactly("ALICE", "BOB", "CHARLIE");
        assertThat(contributions.stream()
                        .mapToDouble(LossCurve.Contribution::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(contributions.get(1).happens()).isCloseTo(1 - Math.exp(-0.1), within(1e-12));
    }

    @Test
    void nothingToLoseIsACurveToo() {
        LossCurve none = LossCurve.of(List.of());
        LossCurve free = LossCurve.of(List.of(new LossScenario("free", new Fixed(3), new Fixed(0))));

        assertThat(none.exceedance(0).value()).isZero();
        assertThat(none.annualLoss()).isZero();
        assertThat(free.exceedance(0).value()).isZero();
        assertThat(free.quantile(0.999).orElseThrow().value()).isZero();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        var scenarios = random(new Random(11), 60);
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            LossCurve alone =
                    one.submit(() -> LossCurve.of(scenarios, Resolution.COARSE)).get();
            LossCurve together = four.submit(() -> LossCurve.of(scenarios, Resolution.COARSE))
                    .get();
            for (double amount = 1; amount < 1e12; amount *= 1.7) {
                assertThat(together.exceedance(amount)).isEqualTo(alone.exceedance(amount));
            }
        }
    }

    @Test
    void anyScenariosGiveAFallingCurveWithinItsBounds() {
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            LossCurve curve = LossCurve.of(random(random, 1 + random.nextInt(6)), Resolution.COARSE);
            double before = 1;
            for (double amount = 0; amount < curve.method().end(); amount = amount * 1.6 + 1e-3) {
                var exceedance = curve.exceedance(amount);
                assertThat(exceedance.value()).isBetween(0.0, before).isBetween(exceedance.low(), exceedance.high());
                before = exceedance.value();
            }
            assertThat(before).isLessThan(1e-3);
        }
    }

    /** What no sensible input has: amounts from 1e-12 to 1e18, spreads of thirty orders of magnitude, a thousand events a year. */
    @Test
    void extremeScenariosGiveBoundsAndNoFailure() {
        var random = new Random(13);
        for (int round = 0; round < 60; round++) {
            var scenarios = new ArrayList<LossScenario>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                double size = Math.pow(10, 29 * random.nextDouble() - 12);
                double rate = Math.pow(10, 12 * random.nextDouble() - 9.1);
                Distribution severity = switch (random.nextInt(4)) {
                    case 0 -> new Fixed(size);
                    case 1 -> new Pert(0, 0, size, 0.01, Pert.Shape.BY_DEVIATION);
                    case 2 -> new Pert(size, size, size * 1.0001, 1_000, Pert.Shape.STANDARD);
                    default -> new Lognormal(Math.log(size), 15 * random.nextDouble() + 1e-6);
                };
                Distribution frequency = random.nextBoolean() ? new Fixed(rate) : Pert.of(0, rate / 2, rate);
                scenarios.add(new LossScenario("s" + i, frequency, severity));
            }
            LossCurve curve = LossCurve.of(scenarios, Resolution.COARSE);
            assertThat(curve.annualLoss()).isFinite();
            for (double amount = 1e-12; amount < 1e30; amount *= 17) {
                var exceedance = curve.exceedance(amount);
                assertThat(exceedance.value()).isBetween(exceedance.low(), exceedance.high());
                assertThat(exceedance.high()).isBetween(0.0, 1.0);
            }
            assertThat(Simulation.of(scenarios, Dependence.NONE, 50, 1)
                            .annualLoss()
                            .value())
                    .isFinite();
        }
    }

    static List<LossScenario> random(Random random, int count) {
        var scenarios = new ArrayList<LossScenario>();
        for (int i = 0; i < count; i++) {
            double rate = Math.exp(random.nextGaussian() - 1);
            double size = Math.exp(3 * random.nextGaussian() + 8);
            Distribution frequency = switch (random.nextInt(3)) {
                case 0 -> new Fixed(rate);
                case 1 -> Pert.of(rate * random.nextDouble(), rate, rate * (1 + random.nextDouble()));
                default -> Lognormal.ofInterval90(rate / 2, rate * 2);
            };
            Distribution severity = switch (random.nextInt(3)) {
                case 0 -> new Fixed(size);
                case 1 -> new Pert(0, size, size * 3, 1 + 5 * random.nextDouble(), Pert.Shape.BY_DEVIATION);
                default -> Lognormal.ofInterval90(size / 5, size * 5);
            };
            scenarios.add(new LossScenario("s" + i, frequency, severity));
        }
        return scenarios;
    }

    private static void assertHolds(LossCurve curve, double amount, double truth) {
        assertHolds(curve, amount, truth, 1e-12);
    }

    private static void assertHolds(LossCurve curve, double amount, double truth, double slack) {
        var exceedance = curve.exceedance(amount);
        assertThat(truth)
                .as("P(L > %s) within %s", amount, exceedance)
                .isBetween(exceedance.low() - slack, exceedance.high() + slack);
    }

    private static LossScenario lognormal(String id, double frequency, double low, double high) {
        return new LossScenario(id, new Fixed(frequency), Lognormal.ofInterval90(low, high));
    }
}
