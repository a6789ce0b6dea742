package dev.bartizan.risk.maths;

/** The standard normal distribution. */
public final class Normal {
    /** The 95 % quantile: half the width, in standard deviations, of an interval that holds 90 %. */
    public static final double QUANTILE_95 = 1.6448536269514722;

    private static final double SQRT_32 = 5.656854249492381;
    private static final double ONE_BY_SQRT_2_PI = 0.398942280401432677939946059934;
    private static final double NEAR = 0.67448975;
    /** Beyond, both tails are below what a double can tell from zero beside one. */
    private static final double FAR = 38.5;

    private static final double[] NEAR_ABOVE = {
        .065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249
    };
    private static final double[] NEAR_BELOW = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] MIDDLE_ABOVE = {
        1.0765576773720192317e-8,
        .39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] MIDDLE_BELOW = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] FAR_ABOVE = {
        .02307344176494017303,
        .21589853405795699,
        .1274011611602473639,
        0.022235277870649807,
        .001421619193227893466,
        2.9112874951168792e-5
    };
    private static final double[] FAR_BELOW = {
        1, 1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5
    };

    private static final double[] CENTRE_ABOVE = {
        2.5090809287301226727e+3,
        3.3430575583588128105e+4,
        6.7265770927008700853e+4,
        4.5921953931549871457e+4,
        1.3731693765509461125e+4,
        1.9715909503065514427e+3,
        1.3314166789178437745e+2,
        3.3871328727963666080e0
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e+3,
        2.8729085735721942674e+4,
        3.9307895800092710610e+4,
        2.1213794301586595867e+4,
        5.3941960214247511077e+3,
        6.8718700749205790830e+2,
        4.2313330701600911252e+1,
        1
    };
    private static final double[] FLANK_ABOVE = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] FLANK_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1
    };
    private static final double[] TAIL_ABOVE = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0
    };
    private static final double[] TAIL_BELOW = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

    private Normal() {}

    /** P(Z &lt;= z), by the rational approximations of W. J. Cody, Math. Comp. 23 (1969); good to 15 digits. */
    public static double cdf(double z) {
        double y = Math.abs(z);
        if (y <= NEAR) {
            double square = z * z;
            return 0.5 + z * ratio(NEAR_ABOVE, NEAR_BELOW, square);
        }
        double tail;
        if (y <= SQRT_32) {
            tail = ratio(MIDDLE_ABOVE, MIDDLE_BELOW, y) * bell(y);
        } else if (y < FAR) {
            double square = 1 / (z * z);
            tail = (ONE_BY_SQRT_2_PI - square * ratio(FAR_ABOVE, FAR_BELOW, square)) / y * bell(y);
        } else {
            tail = 0;
        }
        return z > 0 ? 1 - tail : tail;
    }

    /** exp(-y²/2), the square split so that it loses no digits. */
    private static double bell(double y) {
        double coarse = Math.floor(y * 16) / 16;
        double rest = (y - coarse) * (y + coarse);
        return StrictMath.exp(-coarse * coarse * 0.5) * StrictMath.exp(-rest * 0.5);
    }

    /** The z with P(Z &lt;= z) = p, by algorithm AS 241 (M. J. Wichura, Applied Statistics 37, 1988); good to 15 digits; infinite at 0 and 1. */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * ratio(CENTRE_ABOVE, CENTRE_BELOW, 0.180625 - q * q);
        }
        double tail = q < 0 ? p : 1 - p;
        if (tail <= 0) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-StrictMath.log(tail));
        double z = r <= 5 ? ratio(FLANK_ABOVE, FLANK_BELOW, r - 1.6) : ratio(TAIL_ABOVE, TAIL_BELOW, r - 5);
        return q < 0 ? -z : z;
    }

    /** Of two polynomials of the same length, highest power first. */
    private static double ratio(double[] above, double[] below, double x) {
        double top = above[0];
        double bottom = below[0];
        for (int i = 1; i < above.length; i++) {
            top = top * x + above[i];
            bottom = bottom * x + below[i];
        }
        return top / bottom;
    }
}
