package dev.bartizan.risk.maths;

/** The discrete Fourier transform of a power of two of complex numbers, in place (J. W. Cooley and J. W. Tukey, Math. Comp. 19, 1965). Safe for use by several threads. */
public final class Fourier {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    /** @param size a power of two */
    public Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        this.size = size;
        this.cos = new double[size / 2];
        this.sin = new double[size / 2];
        for (int k = 0; k < size / 2; k++) {
            double angle = 2 * Math.PI * k / size;
            cos[k] = StrictMath.cos(angle);
            sin[k] = StrictMath.sin(angle);
        }
    }

    /** X(k) = sum of x(j) exp(-2 pi i j k / n). */
    public void forward(double[] real, double[] imaginary) {
        permute(real, imaginary);
        for (int length = 2; length <= size; length *= 2) {
            int half = length / 2;
            int stride = size / length;
            for (int start = 0; start < size; start += length) {
                for (int j = 0; j < half; j++) {
                    double wr = cos[j * stride];
                    double wi = -sin[j * stride];
                    int upper = start + j;
                    int lower = upper + half;
                    double tr = real[lower] * wr - imaginary[lower] * wi;
                    double ti = real[lower] * wi + imaginary[lower] * wr;
                    real[lower] = real[upper] - tr;
                    imaginary[lower] = imaginary[upper] - ti;
                    real[upper] += tr;
                    imaginary[upper] += ti;
                }
            }
        }
    }

    /** The inverse of {@link #forward}. */
    public void inverse(double[] real, double[] imaginary) {
        forward(imaginary, real);
        for (int k = 0; k < size; k++) {
            real[k] /= size;
            imaginary[k] /= size;
        }
    }

    /** exp(-2 pi i k / n), its real part, for k up to n / 2. */
    public double cos(int k) {
        return k < size / 2 ? cos[k] : -cos[k - size / 2];
    }

    /** exp(-2 pi i k / n), its imaginary part, for k up to n / 2. */
    public double minusSin(int k) {
        return k < size / 2 ? -sin[k] : sin[k - size / 2];
    }

    private void permute(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int k = 1; k < size; k++) {
            int other = Integer.reverse(k) >>> shift;
            if (k < other) {
                double swap = real[k];
                real[k] = real[other];
                real[other] = swap;
                swap = imaginary[k];
                imaginary[k] = imaginary[other];
                imaginary[other] = swap;
            }
        }
    }
}
