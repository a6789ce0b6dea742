package dev.bartizan.risk.maths;

/** The standard normal distribution. */
public final class Normal {
    /** The 95 % quantile: half the width, in standard deviations, of an interval that holds 90 %. */
    public static final double QUANTILE_95 = 1.6448536269514722;

    private static final double SQRT_32 = 5.656854249492381;
    private static final double ONE_BY_SQRT_2_PI = 0.3989422804014327;
    private static final double NEAR = 0.67448975;
    /** Beyond, both tails are below what a double can tell from zero beside one. */
    private static final double FAR = 38.5;

    private static final double[] NEAR_ABOVE = {
        0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356
    };
    private static final double[] NEAR_BELOW = {
        1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673
    };
    private static final double[] MIDDLE_ABOVE = {
        1.0765576773720192e-08,
        0.39894151208813466,
        8.883149794388377,
        93.50665613217785,
        597.2702763948002,
        2494.5375852903726,
        6848.190450536283,
        11602.65143764735,
        9842.714838383978
    };
    private static final double[] MIDDLE_BELOW = {
        1,
        22.266688044328117,
        235.387901782625,
        1519.3775994075547,
        6485.558298266761,
        18615.571640885097,
        34900.95272114598,
        38912.00328609327,
        19685.429676859992
    };
    private static final double[] FAR_ABOVE = {
        0.023073441764940174,
        0.215898534057957,
        0.12740116116024736,
        0.022235277870649807,
        0.0014216191932278934,
        2.9112874951168793e-05
    };
    private static final double[] FAR_BELOW = {
        1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-05
    };

    private static final double[] CENTRE_ABOVE = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };
    private static final double[] CENTRE_BELOW = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] FLANK_ABOVE = {
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };
    private static final double[] FLANK_BELOW = {
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] TAIL_ABOVE = {
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };
    private static final double[] TAIL_BELOW = {
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
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
