package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Normal;
import java.util.Arrays;

/** The cumulated distribution of a severity at the points of a grid. */
final class GridCdf {
    private static final int BLOCK = 16;
    /** Within so many standard deviations the series below is good to 1e-13. */
    private static final double NEAR = 0.01;
    /** Beyond so many standard deviations nothing is left that a double could tell from 0 or 1. */
    private static final double FAR = 8.3;

    private static final double ONE_BY_SQRT_2_PI = 0.3989422804014327;

    private GridCdf() {}

    /** P(X &lt;= k steps) for k from {@code from} to {@code to}, both included; from is a multiple of {@value #BLOCK}. */
    static double[] of(Distribution severity, Grid grid, int from, int to) {
        var cumulated = new double[to - from + 1];
        if (severity instanceof Lognormal lognormal) {
            fill(lognormal, grid, from, to, cumulated);
        } else {
            for (int k = from; k <= to; k++) {
                cumulated[k - from] = severity.cdf(k * grid.step());
            }
        }
        return cumulated;
    }

    private static void fill(Lognormal severity, Grid grid, int from, int to, double[] cumulated) {
        double[] logarithms = grid.lattice().logarithms();
        double scale = 1 / severity.sigma();
        double shift = (StrictMath.log(grid.step()) - severity.mu()) * scale;
        for (int start = from; start <= to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK - 1);
            double first = logarithms[start] * scale + shift;
            double last = logarithms[end] * scale + shift;
            if (first > FAR || last < -FAR) {
                Arrays.fill(cumulated, start - from, end - from + 1, first > FAR ? 1 : 0);
            } else if (last - first <= 2 * NEAR) {
                series(logarithms, scale, shift, start, end, cumulated, from);
            } else {
                for (int k = start; k <= end; k++) {
                    cumulated[k - from] = k == 0 ? 0 : Normal.cdf(logarithms[k] * scale + shift);
                }
            }
        }
    }

    /** The Taylor series of the normal distribution about the middle of a block: its derivatives are Hermite polynomials times the density. */
    private static void series(
            double[] logarithms, double scale, double shift, int start, int end, double[] cumulated, int from) {
        double z = logarithms[(start + end) / 2] * scale + shift;
        double value = Normal.cdf(z);
        double density = ONE_BY_SQRT_2_PI * StrictMath.exp(-0.5 * z * z);
        double square = z * z;
        double second = -z / 2;
        double third = (square - 1) / 6;
        double fourth = -z * (square - 3) / 24;
        double fifth = (square * square - 6 * square + 3) / 120;
        for (int k = start; k <= end; k++) {
            double d = logarithms[k] * scale + shift - z;
            cumulated[k - from] =
                    value + density * d * (1 + d * (second + d * (third + d * (fourth + d * fifth))));
        }
    }
}
