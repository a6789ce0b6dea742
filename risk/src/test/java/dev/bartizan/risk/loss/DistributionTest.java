package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference figures: PERT computed with scipy, the others from the tests and the documentation of riskquant (Netflix, Apache-2.0), as gathered in exams/risk/risk-maths-reference.json. */
class DistributionTest {
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    @SuppressWarnings("ArrayRecordComponent")
    private record Reference(
            double low,
            double mode,
            double high,
            double gamma,
            Pert.Shape shape,
            double mean,
            double alpha,
            double beta,
            double deviation,
            double[] quantiles) {}

    private static final List<Reference> PERT = List.of(
            new Reference(
                    5,
                    20,
                    50,
                    2,
                    Pert.Shape.STANDARD,
                    23.75,
                    1.6666666666666665,
                    2.333333333333333,
                    9.921567416492215,
                    new double[] {
                        8.76941682483442, 15.792782257922369, 23.07067751010177, 31.10430689814056, 41.04772502327552
                    }),
            new Reference(
                    5,
                    20,
                    50,
                    2,
                    Pert.Shape.BY_DEVIATION,
                    23.75,
                    1.2037037037037037,
                    1.6851851851851851,
                    11.25,
                    new double[] {
                        7.320053740594512, 14.30929746096931, 22.78638869708155, 32.42217118218166, 43.39015646480202
                    }),
            new Reference(
                    5,
                    20,
                    50,
                    4,
                    Pert.Shape.STANDARD,
                    22.5,
                    2.333333333333333,
                    3.6666666666666665,
                    8.291561975888499,
                    new double[] {
                        9.927457639924747, 16.095006912359707, 21.911562815185448, 28.33985099236216, 37.09793239459465
                    }),
            new Reference(
                    5,
                    20,
                    50,
                    4,
                    Pert.Shape.BY_DEVIATION,
                    22.5,
                    2.9382716049382718,
                    4.617283950617284,
                    7.500000000000001,
                    new double[] {
                        10.976373243044895,
                        16.827711543788972,
                        22.037652585746585,
                        27.714957487095454,
                        35.61644803637566
                    }),
            new Reference(
                    20,
                    100,
                    900,
                    4,
                    Pert.Shape.STANDARD,
                    220.0,
                    1.3636363636363638,
                    4.636363636363637,
                    139.38641048743392,
                    new double[] {
                        44.458262586129386,
                        109.32383092821702,
                        192.44877334847118,
                        304.40488531661697,
                        490.2202258312483
                    }),
            new Reference(
                    20,
                    100,
                    900,
                    4,
                    Pert.Shape.BY_DEVIATION,
                    220.0,
                    1.2096168294515401,
                    4.112697220135237,
                    146.66666666666666,
                    new double[] {
                        39.713506825753136, 102.58799369685033, 188.88786653485502, 308.3244330676669, 506.9801281322312
                    }),
            new Reference(
                    3000000.0,
                    3500000.0,
                    5000000.0,
                    4,
                    Pert.Shape.STANDARD,
                    3666666.6666666665,
                    2.0,
                    4.0,
                    356348.32254989917,
                    new double[] {
                        3152880.782824658, 3387527.219107942, 3627620.340911395, 3908361.1295472314, 4314816.636002277
                    }),
            new Reference(
                    3000000.0,
                    3500000.0,
                    5000000.0,
                    4,
                    Pert.Shape.BY_DEVIATION,
                    3666666.6666666665,
                    2.333333333333333,
                    4.666666666666668,
                    333333.3333333333,
                    new double[] {
                        3179172.82424213, 3409255.875119063, 3633412.6062304648, 3891514.9251953335, 4268697.252404962
                    }),
            new Reference(
                    0.1,
                    0.3,
                    0.7,
                    1,
                    Pert.Shape.STANDARD,
                    0.3666666666666667,
                    1.3333333333333333,
                    1.6666666666666665,
                    0.14907119849998596,
                    new double[] {
                        0.14061579056808052,
                        0.24335808058381025,
                        0.3584207786918926,
                        0.483295197736752,
                        0.6203043236176113
                    }),
            new Reference(
                    0.1,
                    0.3,
                    0.7,
                    1,
                    Pert.Shape.BY_DEVIATION,
                    0.3666666666666667,
                    0.5432098765432102,
                    0.6790123456790125,
                    0.19999999999999996,
                    new double[] {
                        0.10389542308633773,
                        0.1735049552367365,
                        0.3446430055673866,
                        0.5525620223934231,
                        0.6852654006627467
                    }));

    @Test
    void bothParametrisationsOfPertAreAsPublished() {
        for (Reference reference : PERT) {
            var pert = new Pert(reference.low, reference.mode, reference.high, reference.gamma, reference.shape);
            assertThat(pert.mean()).isCloseTo(reference.mean, within(1e-12 * reference.mean));
            assertThat(pert.alpha()).isCloseTo(reference.alpha, within(1e-12));
            assertThat(pert.beta()).isCloseTo(reference.beta, within(1e-12));
            assertThat(pert.deviation()).isCloseTo(reference.deviation, within(1e-12 * reference.deviation));
            for (int i = 0; i < PROBABILITIES.length; i++) {
                assertThat(pert.quantile(PROBABILITIES[i]))
                        .isCloseTo(reference.quantiles[i], within(1e-9 * reference.quantiles[i]));
                assertThat(pert.cdf(reference.quantiles[i])).isCloseTo(PROBABILITIES[i], within(1e-10));
            }
        }
    }

    @Test
    void aLognormalFromItsNinetyPercentIntervalHasTheMeanOfRiskquant() {
        assertThat(0.1 * Lognormal.ofInterval90(1, 10).mean()).isCloseTo(0.4040012826945718, within(1e-14));
        assertThat(3 * Lognormal.ofInterval90(1, 10).mean()).isCloseTo(12.120038480837177, within(1e-12));
        assertThat(Lognormal.ofInterval90(635_000, 19e6).mean()).isCloseTo(5922706.83351131, within(1e-6));
        assertThat(0.1 * Lognormal.ofInterval90(1e5, 1e6).mean()).isCloseTo(40400.128269457266, within(1e-8));
    }

    @Test
    void theThreeScenariosOfRiskquantsReadmeRankAsThere() {
        var scenarios = List.of(
                new LossScenario("BOB", new Fixed(0.1), Lognormal.ofInterval90(10e6, 1e9)),
                new LossScenario("CHARLIE", new Fixed(0.05), Lognormal.ofInterval90(5e6, 50e6)),
                new LossScenario("ALICE", new Fixed(0.01), Lognormal.ofInterval90(1e6, 10e6)));

        assertThat(scenarios.get(0).annualLoss()).isCloseTo(26_600_000, within(50_000.0));
        assertThat(scenarios.get(1).annualLoss()).isCloseTo(1_010_000, within(5_000.0));
        assertThat(scenarios.get(2).annualLoss()).isCloseTo(40_400, within(50.0));
    }

    /** riskquant takes the most likely frequency for the expected one: 1.212 instead of what its mean gives. */
    @Test
    void anUncertainFrequencyCountsByItsMeanAndNotByItsMode() {
        var frequency = new Pert(0.1, 0.3, 0.7, 1, Pert.Shape.STANDARD);
        double byMode = 0.3 * Lognormal.ofInterval90(1, 10).mean();

        double byMean = new LossScenario("x", frequency, Lognormal.ofInterval90(1, 10)).annualLoss();

        assertThat(byMode).isCloseTo(1.2120038962444237, within(1e-7));
        assertThat(byMean / byMode)
                .isCloseTo(frequency.mean() / 0.3, within(1e-12))
                .isGreaterThan(1.2);
    }

    /** CISO Assistant allows one event a year: P(L > x) = p (1 - F(x)). At a rate of p that curve lies below the Poisson one from the first amount at which two events matter. */
    @Test
    void atMostOneEventAYearIsTheClosedFormOfCisoAssistantAndBelowThePoissonCurve() {
        double p = 0.2;
        var severity = Lognormal.ofInterval90(1e5, 1e6);

        assertThat(p * severity.mean()).isCloseTo(80800.25653891462, within(1e-8));
        assertThat(p * (1 - severity.cdf(1e4))).isCloseTo(0.19999991966871397, within(1e-14));
        assertThat(p * (1 - severity.cdf(5e5))).isCloseTo(0.05127555501290087, within(1e-14));
        assertThat(p * (1 - severity.cdf(2e6))).isCloseTo(0.0008409907127666686, within(1e-14));
        assertThat(severity.quantile(1 - 0.05 / p)).isCloseTo(507026.1115738869, within(1e-6));
        assertThat(severity.quantile(1 - 0.01 / p)).isCloseTo(1e6, within(1e-6));
        assertThat(severity.quantile(1 - 0.001 / p)).isCloseTo(1918653.3287426531, within(1e-5));

        LossCurve sameChanceOfNone =
                LossCurve.of(List.of(new LossScenario("x", new Fixed(-Math.log(1 - p)), severity)));
        assertThat(sameChanceOfNone.exceedance(0).value()).isCloseTo(p, within(1e-12));
        for (double amount : new double[] {3e5, 1e6, 2e6}) {
            assertThat(sameChanceOfNone.exceedance(amount).low()).isGreaterThan(1.05 * p * (1 - severity.cdf(amount)));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Pert(3, 2, 1, 4, Pert.Shape.STANDARD)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Pert(-1, 2, 3, 4, Pert.Shape.STANDARD)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Pert(1, 2, 3, 0, Pert.Shape.STANDARD)).hasMessageContaining("gamma");
        assertThatThrownBy(() -> new Pert(1, Double.NaN, 3, 4, Pert.Shape.STANDARD))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> Lognormal.ofInterval90(0, 3)).hasMessageContaining("90 % interval");
        assertThatThrownBy(() -> Lognormal.ofInterval90(3, 3)).hasMessageContaining("90 % interval");
        assertThatThrownBy(() -> new Fixed(-1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new LossScenario("x", new Fixed(1e6), new Fixed(1)))
                .hasMessageContaining("running cost");
    }

    @Test
    void timesScalesWhatIsPossible() {
        for (Distribution one :
                List.of(new Fixed(3), new Pert(1, 2, 9, 4, Pert.Shape.BY_DEVIATION), Lognormal.ofInterval90(2, 20))) {
            assertThat(one.times(2.5).mean()).isCloseTo(2.5 * one.mean(), within(1e-12));
            assertThat(one.times(2.5).quantile(0.8)).isCloseTo(2.5 * one.quantile(0.8), within(1e-9));
        }
    }
}
