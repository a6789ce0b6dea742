package dev.bartizan.risk.loss;

/**
 * What a number that nobody knows exactly may be: events a year, a share, or an amount; never below 0. What its makers refuse they refuse with an
 * {@link IllegalArgumentException} that says what is allowed; {@link dev.bartizan.source.StrictReader} and {@link Estimate} turn it into a located problem.
 */
public sealed interface Distribution permits Fixed, Pert, Lognormal {
    double mean();

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

    static double requireFactor(double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("a factor is above 0: " + factor);
        }
        return factor;
    }
}
