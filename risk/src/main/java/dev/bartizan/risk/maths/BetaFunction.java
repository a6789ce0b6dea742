package dev.bartizan.risk.maths;

/**
 * The beta distribution on 0 to 1.
 *
 * @param lnFront ln of the factor that makes the density integrate to 1
 */
public record BetaFunction(double alpha, double beta, double lnFront) {
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-06,
        1.5056327351493116e-07
    };
    private static final double LN_SQRT_2_PI = 0.9189385332046728;
    private static final double TINY = 1e-300;
    /** Quantiles are not told apart any finer. */
    private static final double SMALLEST = 1e-18;

    private static final int MOST_TERMS = 1_000;

    /** Both shapes are above 0. */
    public static BetaFunction of(double alpha, double beta) {
        return new BetaFunction(alpha, beta, lnGamma(alpha + beta) - lnGamma(alpha) - lnGamma(beta));
    }

    /** ln of the gamma function of x &gt; 0 (C. Lanczos, SIAM J. Numer. Anal. 1, 1964; g = 7); good to 14 digits. */
    public static double lnGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return LN_SQRT_2_PI + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }

    /** P(X &lt;= x): the regularised incomplete beta function, by its continued fraction (Abramowitz and Stegun 26.5.8; Lentz). */
    public double cdf(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = StrictMath.exp(lnFront + alpha * StrictMath.log(x) + beta * StrictMath.log1p(-x));
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(alpha, beta, x) / alpha
                : 1 - front * fraction(beta, alpha, 1 - x) / beta;
    }

    /** The density at x between 0 and 1. */
    public double density(double x) {
        return StrictMath.exp(lnFront + (alpha - 1) * StrictMath.log(x) + (beta - 1) * StrictMath.log1p(-x));
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The x with P(X &lt;= x) = p, by Newton's steps within a bracket that halves when they leave it. */
    public double quantile(double p) {
        double low = 0;
        double high = 1;
        double x = alpha / (alpha + beta);
        while (high - low > Math.max(4e-16 * high, SMALLEST)) {
            double miss = cdf(x) - p;
            if (miss < 0) {
                low = x;
            } else {
                high = x;
            }
            double next = x - miss / density(x);
            boolean isInside = next > low && next < high;
            if (isInside && Math.abs(next - x) <= 4e-15 * x) {
                return next;
            }
            x = isInside ? next : 0.5 * (low + high);
        }
        return 0.5 * (low + high);
    }
}
