package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Fourier;

/**
 * Points 0, step, 2 step ... and the exponential tilt that damps what wraps round (R. Gruebel and R. Hermesmeier, ASTIN Bulletin 29, 1999): masses are multiplied by exp(-tilt k) before
 * the transform and divided by it afterwards.
 *
 * @param tilt per point
 * @param error what wrapping and rounding may add to a sum of masses
 * @param damping exp(-tilt k) by k: it is asked for once for each severity
 */
@SuppressWarnings("ArrayRecordComponent")
record Grid(Lattice lattice, double step, double tilt, double error, double[] damping) {
    /** Of the transform's error in the Euclidean norm, per level and unit roundoff (N. J. Higham, Accuracy and Stability, theorem 24.2), three transforms and exponential together. */
    private static final double ROUNDINGS = 16;

    private static final double UNIT = 0x1.0p-53;

    /**
     * What wraps is at most e^-t for a total tilt t. Rounding leaves an error of at most r in the Euclidean norm, which undoing the tilt makes r e^t sqrt(points / 2t) in a sum. The tilt makes
     * both about the same.
     *
     * @param events expected number of events a year: the exponential magnifies errors by as much
     */
    static Grid of(Lattice lattice, double step, double events) {
        int points = lattice.points();
        double rounding = ROUNDINGS * UNIT * Integer.numberOfTrailingZeros(points) * (1 + events);
        double total = Math.clamp(-0.5 * StrictMath.log(rounding * Math.sqrt(points / 24.0)), 2, 20);
        double error = StrictMath.exp(-total) + rounding * StrictMath.exp(total) * Math.sqrt(points / (2 * total));
        double tilt = total / points;
        var damping = new double[points];
        for (int k = 0; k < points; k++) {
            damping[k] = StrictMath.exp(-tilt * k);
        }
        return new Grid(lattice, step, tilt, Math.min(1, error), damping);
    }

    int points() {
        return lattice.points();
    }

    Fourier fourier() {
        return lattice.fourier();
    }
}
