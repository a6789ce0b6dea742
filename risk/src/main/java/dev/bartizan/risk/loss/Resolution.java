package dev.bartizan.risk.loss;

/**
 * How finely a curve is computed. Losses span many orders of magnitude while a transform wants equal steps, so the same transform is made on several grids of the same number of points, each
 * reaching a sixteenth as far as the one before. Losses never are negative, so what lies below the end of a grid does not depend on what lies beyond it: every grid is exact in its own range,
 * and each amount is read from the finest grid that reaches it. The step is then at most 16 / points of the amount.
 *
 * @param points of each grid, a power of two
 * @param tail the probability that the yearly loss exceeds the widest grid is to be about this
 */
public record Resolution(int points, double tail) {
    /** A step of at most a thousandth of the amount, up to a loss that one year in a million exceeds. */
    public static final Resolution USUAL = new Resolution(1 << 14, 1e-6);

    /** For the many curves of an uncertainty band: a step of at most 1.6 % of the amount. */
    public static final Resolution COARSE = new Resolution(1 << 10, 1e-5);

    /** How much less far each grid reaches than the one before. */
    static final int RATIO = 16;

    public Resolution {
        if (Integer.bitCount(points) != 1 || points < 64 || points > 1 << 20) {
            throw new IllegalArgumentException("points must be a power of two from 64 to 1048576");
        }
        if (!(tail >= 1e-9 && tail <= 0.1)) {
            throw new IllegalArgumentException("tail must be from 1e-9 to 0.1");
        }
    }
}
