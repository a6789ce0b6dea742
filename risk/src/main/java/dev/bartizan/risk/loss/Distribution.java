package dev.bartizan.risk.loss;

/**
 * What a number that nobody knows exactly may be: events a year, a share, or an amount; never below 0. What its makers refuse they refuse with an
 * {@link IllegalArgumentException} that says what is allowed; {@link dev.bartizan.source.StrictReader} turns it into a located problem.
 */
public sealed interface Distribution permits Fixed, Pert, Lognormal {
    /** No figure is above: what is larger is a mistake, and its square would not be a number. */
    double MOST = 1e18;

    double mean();

    /** The standard deviation. */
    double deviation();

    /** P(X &lt;= x). */
    double cdf(double x);

    /** The smallest x with P(X &lt;= x) at least p, for p between 0 and 1. */
    double quantile(double p);

    /** No value is below. */
    double lowest();

    /** No value is above; infinite when there is no limit. */
    double highest();

    /** That of a times X, for a &gt; 0. */
    Distribution times(double factor);

    /** That of the sum with an independent number: exact where both are fixed, otherwise lognormal with the mean and the deviation of the sum. */
    default Distribution plus(Distribution other) {
        double mean = mean() + other.mean();
        double spread = StrictMath.hypot(deviation(), other.deviation());
        return spread > 0 && mean > 0 ? Lognormal.ofMoments(mean, spread) : new Fixed(mean);
    }

    static double requireFactor(double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("a factor is above 0: " + factor);
        }
        return factor;
    }
}
