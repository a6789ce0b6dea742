package dev.bartizan.risk.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reference values computed with scipy 1.17.1. */
class MathsTest {
    @Test
    void theNormalDistributionHasItsPublishedValues() {
        assertThat(Normal.cdf(-37)).isCloseTo(5.7255712225239266e-300, within(1e-311));
        assertThat(Normal.cdf(-8)).isCloseTo(6.22096057427174e-16, within(1e-28));
        assertThat(Normal.cdf(-5.6568)).isCloseTo(7.711064856975523e-09, within(7.711064856975523e-22));
        assertThat(Normal.cdf(-3)).isCloseTo(0.0013498980316300933, within(1.3498980316300933e-16));
        assertThat(Normal.cdf(-0.7)).isCloseTo(0.24196365222307303, within(2.4196365222307303e-14));
        assertThat(Normal.cdf(-0.5)).isCloseTo(0.3085375387259869, within(3.085375387259869e-14));
        assertThat(Normal.cdf(0)).isCloseTo(0.5, within(5e-14));
        assertThat(Normal.cdf(0.3)).isCloseTo(0.6179114221889526, within(6.179114221889526e-14));
        assertThat(Normal.cdf(1)).isCloseTo(0.8413447460685429, within(8.413447460685429e-14));
        assertThat(Normal.cdf(2.5)).isCloseTo(0.9937903346742238, within(9.937903346742238e-14));
        assertThat(Normal.cdf(6)).isCloseTo(0.9999999990134123, within(9.999999990134123e-14));
        assertThat(Normal.quantile(1e-200)).isCloseTo(-30.20559417957964, within(3.020559417957964e-13));
        assertThat(Normal.quantile(1e-10)).isCloseTo(-6.361340902404056, within(6.361340902404056e-14));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(3.090232306167813e-14));
        assertThat(Normal.quantile(0.05)).isCloseTo(-1.6448536269514729, within(1.644853626951473e-14));
        assertThat(Normal.quantile(0.3)).isCloseTo(-0.5244005127080409, within(5.244005127080409e-15));
        assertThat(Normal.quantile(0.95)).isCloseTo(1.6448536269514722, within(1.6448536269514723e-14));
        assertThat(Normal.quantile(0.999999)).isCloseTo(4.753424308817087, within(4.7534243088170876e-14));
        for (double p = 1e-12; p < 1; p += 0.0137) {
            assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(1e-15 + 1e-13 * p));
        }
        assertThat(Normal.quantile(0)).isNegative().isInfinite();
    }

    @Test
    void theBetaDistributionHasItsPublishedValues() {
        assertThat(BetaFunction.of(2, 3).cdf(0.4)).isCloseTo(0.5247999999999999, within(5.247999999999999e-12));
        assertThat(BetaFunction.of(0.54, 0.68).cdf(0.01)).isCloseTo(0.06432357351823942, within(6.432357351823942e-13));
        assertThat(BetaFunction.of(0.54, 0.68).cdf(0.97)).isCloseTo(0.9431590557863303, within(9.431590557863302e-12));
        assertThat(BetaFunction.of(1.36, 4.6).cdf(0.2)).isCloseTo(0.5076760325775389, within(5.076760325775389e-12));
        assertThat(BetaFunction.of(80, 120).cdf(0.4)).isCloseTo(0.503841701524248, within(5.03841701524248e-12));
        assertThat(BetaFunction.of(500, 3).cdf(0.99)).isCloseTo(0.1217181983607307, within(1.2171819836073068e-12));
        for (double x = 1.5; x < 40; x += 1.7) {
            assertThat(BetaFunction.lnGamma(x + 1))
                    .isCloseTo(BetaFunction.lnGamma(x) + Math.log(x), within(1e-13 * (1 + x * x)));
        }
    }

    /** The moments of the beta distribution: E[x^j] = product of (alpha + i) / (alpha + beta + i). */
    @Test
    void aGaussJacobiRuleIntegratesAllPowersItIsToIntegrate() {
        for (double alpha : new double[] {0.54, 1, 2.3, 5}) {
            for (double beta : new double[] {0.68, 1, 3.7}) {
                GaussRule rule = GaussRule.ofBeta(alpha, beta, 12);
                double moment = 1;
                for (int power = 0; power < 24; power++) {
                    assertThat(sum(rule, power)).isCloseTo(moment, within(1e-13));
                    moment *= (alpha + power) / (alpha + beta + power);
                }
                assertThat(Arrays.stream(rule.nodes()).allMatch(node -> node >= 0 && node <= 1))
                        .isTrue();
            }
        }
    }

    @Test
    void aGaussHermiteRuleHasTheMomentsOfTheNormalDistribution() {
        GaussRule rule = GaussRule.ofNormal(20);
        double even = 1;
        for (int power = 0; power < 20; power += 2) {
            assertThat(sum(rule, power)).isCloseTo(even, within(1e-11 * even));
            assertThat(sum(rule, power + 1)).isCloseTo(0, within(1e-9 * even));
            even *= power + 1;
        }
    }

    private static double sum(GaussRule rule, int power) {
        double sum = 0;
        for (int k = 0; k < rule.nodes().length; k++) {
            sum += rule.weights()[k] * Math.pow(rule.nodes()[k], power);
        }
        return sum;
    }

    @Test
    void theTransformIsItsDefinitionAndComesBack() {
        int n = 64;
        var random = new Random(3);
        double[] real = random.doubles(n).toArray();
        double[] imaginary = random.doubles(n).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();
        var fourier = new Fourier(n);

        fourier.forward(re, im);

        for (int k = 0; k < n; k++) {
            double expected = 0;
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * j * k / n;
                expected += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
            }
            assertThat(re[k]).isCloseTo(expected, within(1e-12));
        }
        fourier.inverse(re, im);
        assertThat(re).containsExactly(real, within(1e-14));
        assertThat(im).containsExactly(imaginary, within(1e-14));
    }

    @Test
    void aStreamIsUniformAndDiffersByNumber() {
        var stream = new RandomStream(1, 0);
        var other = new RandomStream(1, 1);
        double sum = 0;
        double squares = 0;
        double product = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double x = stream.normal();
            sum += x;
            squares += x * x;
            product += x * other.normal();
        }

        assertThat(sum / n).isCloseTo(0, within(0.01));
        assertThat(squares / n).isCloseTo(1, within(0.015));
        assertThat(product / n).isCloseTo(0, within(0.01));
        assertThat(new RandomStream(1, 0).uniform()).isEqualTo(new RandomStream(1, 0).uniform());
    }
}
