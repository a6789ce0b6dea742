package dev.bartizan.report.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskFacts.Estimate;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RiskMatrixTest {
    @Test
    void eachStepIsAFactorOfTen() {
        assertThat(DoubleStream.of(0, 0.009, 0.01, 0.1, 0.99, 1, 10, 5000)
                        .map(often -> RiskMatrix.often(estimate(often, 1))))
                .containsExactly(0.0, 0.0, 1.0, 2.0, 2.0, 3.0, 4.0, 4.0);
        assertThat(DoubleStream.of(0, 9_999, 10_000, 100_000, 1e6, 1e7, 1e12)
                        .map(loss -> RiskMatrix.loss(estimate(1, loss))))
                .containsExactly(0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 4.0);
    }

    @Test
    void everyStepHasAWordAndAMeaning() {
        assertThat(RiskMatrix.OFTEN).hasSameSizeAs(RiskMatrix.OFTEN_MEANS);
        assertThat(RiskMatrix.LOSS).hasSameSizeAs(RiskMatrix.LOSS_MEANS);
    }

    @Test
    void amountsSayNoMoreThanIsKnown() {
        assertThat(RiskAmounts.of(20_812_345, "EUR", true)).isEqualTo("21 M EUR");
        assertThat(RiskAmounts.of(20_812_345, "EUR", false)).isEqualTo("tens of millions EUR");
        assertThat(RiskAmounts.order(12)).isEqualTo("less than a thousand");
        assertThat(RiskAmounts.order(1_000)).isEqualTo("thousands");
        assertThat(RiskAmounts.order(250_000)).isEqualTo("hundreds of thousands");
        assertThat(RiskAmounts.order(1e9)).isEqualTo("billions");
    }

    private static Estimate estimate(double frequency, double magnitude) {
        return new Estimate(frequency, magnitude, 0, 0, Band.LOW);
    }
}
