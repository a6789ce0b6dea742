package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputBandTest {
    private static final Distribution NONE = new Fixed(1);

    /** One scenario with a fixed loss: the curve is 1 - exp(-f), which falls and rises with f, so its band is that of f. */
    @Test
    void theBandOfOneScenarioIsThatOfItsFrequency() {
        var frequency = new Pert(0.05, 0.2, 0.9, 4, Pert.Shape.STANDARD);
        var scenarios = List.of(new LossScenario("x", frequency, Lognormal.ofInterval90(1e5, 1e6)));

        InputBand band = InputBand.of(LossCurve.of(scenarios), scenarios, NONE, InputBand.USUAL_DRAWS, 1);

        var near = band.at(2e4);
        assertThat(near.low()).isCloseTo(1 - Math.exp(-frequency.quantile(0.05)), within(0.005));
        assertThat(near.high()).isCloseTo(1 - Math.exp(-frequency.quantile(0.95)), within(0.005));
    }

    @Test
    void whatIsKnownHasNoBandBeyondItsBounds() {
        var scenarios = List.of(new LossScenario("x", new Fixed(0.3), Lognormal.ofInterval90(1e5, 1e6)));
        LossCurve curve = LossCurve.of(scenarios);

        InputBand band = InputBand.of(curve, scenarios, NONE, 20, 1);

        for (double amount = 1e4; amount < 1e7; amount *= 2.1) {
            assertThat(band.at(amount).high() - band.at(amount).low()).isLessThan(0.004);
        }
    }

    @Test
    void aCommonErrorOfLossesWidensIt() {
        var scenarios = List.of(new LossScenario("x", new Fixed(0.3), Lognormal.ofInterval90(1e5, 1e6)));
        LossCurve curve = LossCurve.of(scenarios);

        InputBand band = InputBand.of(curve, scenarios, InputBand.errorFactor(2), InputBand.USUAL_DRAWS, 1);

        double amount = 4e5;
        assertThat(band.at(amount).low()).isCloseTo(curve.exceedance(2 * amount).value(), within(0.01));
        assertThat(band.at(amount).high())
                .isCloseTo(curve.exceedance(amount / 2).value(), within(0.01));
    }

    @Test
    void aBandHoldsItsMiddleAndIsTheSameAgain() {
        List<LossScenario> scenarios = LossCurveTest.random(new Random(9), 8);
        LossCurve curve = LossCurve.of(scenarios, Resolution.COARSE);
        InputBand band = InputBand.of(curve, scenarios, NONE, 60, 3);
        InputBand again = InputBand.of(curve, scenarios, NONE, 60, 3);

        for (double amount = 1; amount < 1e9; amount *= 3) {
            assertThat(band.at(amount).value())
                    .isBetween(band.at(amount).low(), band.at(amount).high());
            assertThat(again.at(amount)).isEqualTo(band.at(amount));
        }
    }
}
