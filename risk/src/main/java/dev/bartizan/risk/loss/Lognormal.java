package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Normal;

/**
 * A number whose logarithm is normally distributed: most are small, few are very large.
 *
 * @param mu mean of the natural logarithm
 * @param sigma standard deviation of the natural logarithm, above 0
 */
public record Lognormal(double mu, double sigma) implements Distribution {
    private static final double MOST_MU = 200;
    private static final double MOST_SIGMA = 20;

    public Lognormal {
        if (!(Math.abs(mu) <= MOST_MU && sigma > 0 && sigma <= MOST_SIGMA)) {
            throw new IllegalArgumentException(
                    "sigma must be above 0 and at most 20, mu between -200 and 200, but they are " + sigma + " and "
                            + mu);
        }
    }

    /** From the 5 % and the 95 % quantile (D. W. Hubbard and R. Seiersen, How to Measure Anything in Cybersecurity Risk; riskquant). */
    public static Lognormal ofInterval90(double low, double high) {
        if (!(low > 0 && low < high && high <= MOST)) {
            throw new IllegalArgumentException(
                    "a 90 % interval must rise from above 0 to 1e18 at most, but is " + low + " to " + high);
        }
        double lnLow = StrictMath.log(low);
        double lnHigh = StrictMath.log(high);
        return new Lognormal((lnLow + lnHigh) / 2, (lnHigh - lnLow) / (2 * Normal.QUANTILE_95));
    }

    /** With a given mean and standard deviation, both above 0. */
    static Lognormal ofMoments(double mean, double deviation) {
        double variance = StrictMath.log1p(deviation / mean * (deviation / mean));
        return new Lognormal(StrictMath.log(mean) - variance / 2, Math.sqrt(variance));
    }

    @Override
    public double mean() {
        return StrictMath.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double deviation() {
        return mean() * Math.sqrt(StrictMath.expm1(sigma * sigma));
    }

    @Override
    public double cdf(double x) {
        return x > 0 ? Normal.cdf((StrictMath.log(x) - mu) / sigma) : 0;
    }

    @Override
    public double quantile(double p) {
        return StrictMath.exp(mu + sigma * Normal.quantile(p));
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Distribution times(double factor) {
        return new Lognormal(mu + StrictMath.log(Distribution.requireFactor(factor)), sigma);
    }
}
