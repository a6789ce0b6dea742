package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Fourier;

/**
 * What all grids of one number of points share.
 *
 * @param logarithms of 0, 1, 2 ... and the number of points itself
 */
@SuppressWarnings("ArrayRecordComponent")
record Lattice(int points, Fourier fourier, double[] logarithms) {
    static Lattice of(int points) {
        var logarithms = new double[points + 1];
        for (int k = 0; k <= points; k++) {
            logarithms[k] = StrictMath.log(k);
        }
        return new Lattice(points, new Fourier(points), logarithms);
    }
}
