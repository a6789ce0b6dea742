package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.BetaFunction;

/**
 * A beta distribution stretched over lowest to highest, with a most likely value. Two parametrisations are published under this name; they share the mean
 * (low + gamma mode + high) / (gamma + 2) and differ in shape.
 *
 * @param gamma how much the most likely value weighs; 4 is usual, more is more confident
 */
public record Pert(double low, double mode, double high, double gamma, Shape shape) implements Distribution {
    /** The weight that is used where none is given. */
    public static final double USUAL_GAMMA = 4;

    private static final double LEAST_GAMMA = 0.01;
    private static final double MOST_GAMMA = 1_000;

    /** From low, mode, high and gamma to the two shapes of the beta distribution. */
    public enum Shape {
        /**
         * alpha = 1 + gamma (mode - low) / (high - low), beta = 1 + gamma (high - mode) / (high - low): the mode is the mode. D. Vose, Risk Analysis, 2008; TensorFlow Probability,
         * riskquant.
         */
        STANDARD,
        /** Alpha and beta from the mean and a standard deviation of (high - low) / (gamma + 2): the mode shifts. D. G. Malcolm et al., Operations Research 7, 1959; pyfair. */
        BY_DEVIATION
    }

    public Pert {
        if (!(low >= 0 && low <= mode && mode <= high && high <= MOST)) {
            throw new IllegalArgumentException("low, mode and high must rise from 0 or more to 1e18 at most, but are "
                    + low + ", " + mode + ", " + high);
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("low and high are the same: that is a fixed value");
        }
        if (!(gamma >= LEAST_GAMMA && gamma <= MOST_GAMMA)) {
            throw new IllegalArgumentException("gamma must be from 0.01 to 1000, but is " + gamma);
        }
    }

    /** The usual one; a fixed value when low and high are the same. */
    public static Distribution of(double low, double mode, double high) {
        return low == mode && mode == high ? new Fixed(low) : new Pert(low, mode, high, USUAL_GAMMA, Shape.STANDARD);
    }

    public double alpha() {
        return switch (shape) {
            case STANDARD -> 1 + gamma * (mode - low) / (high - low);
            case BY_DEVIATION -> (mean() - low) / (high - low) * concentration();
        };
    }

    public double beta() {
        return switch (shape) {
            case STANDARD -> 1 + gamma * (high - mode) / (high - low);
            case BY_DEVIATION -> (high - mean()) / (high - low) * concentration();
        };
    }

    /** The same on 0 to 1. */
    BetaFunction unit() {
        return BetaFunction.of(alpha(), beta());
    }

    private double concentration() {
        double deviation = (high - low) / (gamma + 2);
        return (mean() - low) / deviation * ((high - mean()) / deviation) - 1;
    }

    @Override
    public double mean() {
        return (low + gamma * mode + high) / (gamma + 2);
    }

    @Override
    public double deviation() {
        double sum = alpha() + beta();
        return (high - low) / sum * Math.sqrt(alpha() * beta() / (sum + 1));
    }

    @Override
    public double cdf(double x) {
        return unit().cdf((x - low) / (high - low));
    }

    @Override
    public double quantile(double p) {
        return low + (high - low) * unit().quantile(p);
    }

    @Override
    public double lowest() {
        return low;
    }

    @Override
    public double highest() {
        return high;
    }

    @Override
    public Distribution times(double factor) {
        Distribution.requireFactor(factor);
        return new Pert(low * factor, mode * factor, high * factor, gamma, shape);
    }
}
