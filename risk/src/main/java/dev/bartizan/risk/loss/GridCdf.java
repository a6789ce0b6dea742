package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.BetaFunction;
import dev.bartizan.risk.maths.Normal;
import java.util.Arrays;

/** The cumulated distribution of a severity at the points of a grid. */
final class GridCdf {
    /** How far a value may be off. */
    static final double ERROR = 2e-9;

    private static final int BLOCK = 16;
    /** Within so many standard deviations the series below is good to 1e-13. */
    private static final double NEAR = 0.01;
    /** Beyond so many standard deviations nothing is left that a double could tell from 0 or 1. */
    private static final double FAR = 8.3;

    /** Cubic pieces at most this part of a distance over which a beta distribution changes are good to 1e-9. */
    private static final double SMOOTH = 1 / 64.0;

    private static final double ONE_BY_SQRT_2_PI = 0.3989422804014327;

    private GridCdf() {}

    /** P(X &lt;= k steps) for k from {@code from} to {@code to}, both included; from is a multiple of {@value #BLOCK}. */
    static double[] of(Distribution severity, Grid grid, int from, int to) {
        var cumulated = new double[to - from + 1];
        switch (severity) {
            case Lognormal lognormal -> fill(lognormal, grid, from, to, cumulated);
            case Pert pert -> fill(pert, grid.step(), from, to, cumulated);
            case Fixed fixed -> {
                for (int k = from; k <= to; k++) {
                    cumulated[k - from] = fixed.cdf(k * grid.step());
                }
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
            cumulated[k - from] = value + density * d * (1 + d * (second + d * (third + d * (fourth + d * fifth))));
        }
    }

    /** Values and densities at some points, cubic pieces between them. */
    private static void fill(Pert severity, double step, int from, int to, double[] cumulated) {
        BetaFunction unit = severity.unit();
        double width = severity.high() - severity.low();
        double cell = step / width;
        double deviation = severity.deviation() / width;
        int k = from;
        double x = k * cell - severity.low() / width;
        double value = unit.cdf(x);
        cumulated[0] = value;
        while (k < to) {
            int length = length(k, x, cell, deviation);
            double end = (k + length) * cell - severity.low() / width;
            double endValue = unit.cdf(end);
            if (length > 1) {
                double slope = length * cell * unit.density(x);
                double endSlope = length * cell * unit.density(end);
                cubic(cumulated, k - from, length, value, slope, endValue, endSlope);
            }
            k += length;
            x = end;
            value = endValue;
            cumulated[k - from] = value;
        }
    }

    /** How many cells a piece may span: a power of two that divides k, so that it does not matter where a part begins. */
    private static int length(int k, double x, double cell, double deviation) {
        int length = BLOCK;
        while (length > 1) {
            double end = x + length * cell;
            double scale = Math.min(deviation, Math.min(x, 1 - end));
            boolean isOutside = end <= 0 || x >= 1;
            if (k % length == 0 && !isOutside && length * cell <= SMOOTH * scale) {
                return length;
            }
            length /= 2;
        }
        return 1;
    }

    private static void cubic(
            double[] cumulated, int at, int length, double value, double slope, double endValue, double endSlope) {
        for (int i = 1; i < length; i++) {
            double t = (double) i / length;
            double rest = 1 - t;
            cumulated[at + i] = rest * rest * ((1 + 2 * t) * value + t * slope)
                    + t * t * ((3 - 2 * t) * endValue - rest * endSlope);
        }
    }
}
