package dev.bartizan.risk.maths;

/**
 * Nodes and weights with which a sum equals the mean of any polynomial up to degree 2n - 1 (G. H. Golub and J. H. Welsch, Math. Comp. 23, 1969: eigenvalues of the matrix of the
 * recurrence, and the squares of the first components of its eigenvectors).
 *
 * @param nodes where the function is evaluated
 * @param weights they add up to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record GaussRule(double[] nodes, double[] weights) {
    private static final int MOST_ROUNDS = 60;

    /** For the beta distribution on 0 to 1 (Gauss-Jacobi). */
    public static GaussRule ofBeta(double alpha, double beta, int count) {
        double a = beta - 1;
        double b = alpha - 1;
        var diagonal = new double[count];
        var beside = new double[count];
        for (int k = 0; k < count; k++) {
            double s = 2 * k + a + b;
            diagonal[k] = k == 0 ? (b - a) / (a + b + 2) : (b * b - a * a) / (s * (s + 2));
            if (k == 1) {
                beside[1] = Math.sqrt(4 * (1 + a) * (1 + b) / (s * s * (s + 1)));
            } else if (k > 1) {
                beside[k] = Math.sqrt(4 * k * (k + a) * (k + b) * (k + a + b) / (s * s * (s + 1) * (s - 1)));
            }
        }
        GaussRule rule = ofRecurrence(diagonal, beside);
        for (int k = 0; k < count; k++) {
            rule.nodes[k] = Math.clamp(0.5 * (1 + rule.nodes[k]), 0, 1);
        }
        return rule;
    }

    /** For the standard normal distribution (Gauss-Hermite). */
    public static GaussRule ofNormal(int count) {
        var beside = new double[count];
        for (int k = 1; k < count; k++) {
            beside[k] = Math.sqrt(k);
        }
        return ofRecurrence(new double[count], beside);
    }

    /** Implicit QL with shifts on a symmetric tridiagonal matrix; {@code beside[k]} joins k - 1 and k. */
    private static GaussRule ofRecurrence(double[] diagonal, double[] beside) {
        int n = diagonal.length;
        var e = new double[n];
        System.arraycopy(beside, 1, e, 0, n - 1);
        var first = new double[n];
        first[0] = 1;
        for (int l = 0; l < n; l++) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                int m = l;
                while (m < n - 1
                        && Math.abs(e[m]) > Math.ulp(1.0) * (Math.abs(diagonal[m]) + Math.abs(diagonal[m + 1]))) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                sweep(diagonal, e, first, l, m);
            }
        }
        for (int k = 0; k < n; k++) {
            first[k] *= first[k];
        }
        return new GaussRule(diagonal, first);
    }

    private static void sweep(double[] d, double[] e, double[] first, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        double r = StrictMath.hypot(g, 1);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = StrictMath.hypot(f, g);
            e[i + 1] = r;
            if (Math.abs(r) < Double.MIN_NORMAL) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            f = first[i + 1];
            first[i + 1] = s * first[i] + c * f;
            first[i] = c * first[i] - s * f;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
