package dev.bartizan.risk.loss;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution of the yearly loss of independent scenarios on one grid, three times: with each event's loss rounded down, rounded up, and split between both neighbours. A loss rounded
 * down is never larger and one rounded up never smaller, so the first two enclose the truth. Scenarios of known frequency together are one Poisson process (their rates add up and their
 * severities mix); those of uncertain frequency come in by their own generating functions.
 */
final class GridLosses {
    private static final int CHUNK = 1_024;
    private static final int BATCH = 32;
    private static final int NEGLIGIBLE = 60;

    private final Grid grid;
    private final int half;
    /** The logarithm of the transform that the scenarios of known frequency make, and the product of the others: lower, split. */
    private final double[][] real = new double[3][];

    private final double[][] imaginary = new double[3][];

    private GridLosses(Grid grid) {
        this.grid = grid;
        this.half = grid.points() / 2 + 1;
    }

    /** P(loss is k steps) for k from 0, in three rows: rounded down, split, rounded up. */
    static double[][] of(Grid grid, List<LossProcess> known, List<LossProcess> uncertain) {
        var losses = new GridLosses(grid);
        losses.known(known);
        List<Alike> alike = Alike.of(uncertain);
        for (int from = 0; from < alike.size(); from += BATCH) {
            losses.uncertain(alike.subList(from, Math.min(alike.size(), from + BATCH)));
        }
        return IntStream.range(0, 3).parallel().mapToObj(losses::masses).toArray(double[][]::new);
    }

    /** exp(sum of rate (transform - 1)). */
    private void known(List<LossProcess> processes) {
        double rate = processes.stream().mapToDouble(LossProcess::rate).sum();
        var spectrum = Spectrum.ofEvents(grid, processes);
        for (int row = 0; row < 3; row++) {
            real[row] = new double[half];
            imaginary[row] = new double[half];
        }
        chunks((from, to) -> {
            var value = new double[6];
            for (int k = from; k < to; k++) {
                spectrum.at(k, value);
                for (int row = 0; row < 3; row++) {
                    double modulus = StrictMath.exp(value[2 * row] - rate);
                    real[row][k] = modulus * StrictMath.cos(value[2 * row + 1]);
                    imaginary[row][k] = modulus * StrictMath.sin(value[2 * row + 1]);
                }
            }
        });
    }

    /** Times the generating function of the number of events at the transform of the severity. */
    private void uncertain(List<Alike> processes) {
        List<Spectrum> spectra = processes.parallelStream()
                .map(process -> Spectrum.of(grid, process.severity()))
                .toList();
        chunks((from, to) -> {
            var value = new double[6];
            for (int i = 0; i < spectra.size(); i++) {
                for (int k = from; k < to; k++) {
                    spectra.get(i).at(k, value);
                    for (int row = 0; row < 3; row++) {
                        multiply(row, k, processes.get(i), value[2 * row], value[2 * row + 1]);
                    }
                }
            }
        });
    }

    private void multiply(int row, int k, Alike alike, double x, double y) {
        int most = terms(x, y);
        double productRe = real[row][k];
        double productIm = imaginary[row][k];
        for (Alike.Often often : alike.often()) {
            double[] series = often.counts().probabilities();
            double re = 0;
            double im = 0;
            for (int j = Math.min(series.length, most) - 1; j >= 0; j--) {
                double next = re * x - im * y + series[j];
                im = re * y + im * x;
                re = next;
            }
            for (int scenario = 0; scenario < often.scenarios(); scenario++) {
                double next = productRe * re - productIm * im;
                productIm = productRe * im + productIm * re;
                productRe = next;
            }
        }
        real[row][k] = productRe;
        imaginary[row][k] = productIm;
    }

    /**
     * Powers of a number from this one on are below {@value #NEGLIGIBLE} powers of a half, and so is what they add: the coefficients are probabilities. That is a part of what one rounding
     * leaves. The transform of a severity is small but for the lowest frequencies, so that a few terms do.
     */
    private static int terms(double x, double y) {
        int halvings = -Math.getExponent(x * x + y * y) - 1;
        return halvings <= 0 ? Integer.MAX_VALUE : 1 + (2 * NEGLIGIBLE - 1) / halvings;
    }

    /** Back from the transform; what rounding made negative is nothing. */
    private double[] masses(int row) {
        int n = grid.points();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int k = 0; k < half; k++) {
            re[k] = real[row][k];
            im[k] = imaginary[row][k];
            if (k > 0 && k < n / 2) {
                re[n - k] = re[k];
                im[n - k] = -im[k];
            }
        }
        grid.fourier().inverse(re, im);
        for (int k = 0; k < n; k++) {
            re[k] = Math.max(0, re[k] * StrictMath.exp(grid.tilt() * k));
        }
        return re;
    }

    private interface Range {
        void run(int from, int to);
    }

    /** Each point is worked on by one thread alone, so their number changes nothing. */
    private void chunks(Range range) {
        IntStream.range(0, (half + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> range.run(chunk * CHUNK, Math.min(half, (chunk + 1) * CHUNK)));
    }
}
