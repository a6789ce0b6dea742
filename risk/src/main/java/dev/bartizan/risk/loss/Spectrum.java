package dev.bartizan.risk.loss;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tilted transform of a mixture of severities on a grid. Two real sequences go through one complex transform: the losses rounded down and the losses split between neighbours.
 */
@SuppressWarnings("ArrayRecordComponent")
record Spectrum(Grid grid, double damping, double[] real, double[] imaginary) {
    private static final int CHUNK = 1_024;
    /** Of a cell's mass, how much goes to its upper end: the middle, for severities with a density. */
    private static final double MIDDLE = 0.5;

    /** That of one severity. */
    static Spectrum of(Grid grid, Distribution severity) {
        return of(grid, List.of(new Weighted(severity, 1)));
    }

    /** That of the losses of all events: each severity as often as its events. */
    static Spectrum ofEvents(Grid grid, List<LossProcess> processes) {
        return of(
                grid,
                processes.stream()
                        .map(process -> new Weighted(process.scenario().severity(), process.rate()))
                        .toList());
    }

    private record Weighted(Distribution severity, double weight) {}

    private static Spectrum of(Grid grid, List<Weighted> severities) {
        int n = grid.points();
        var lower = new double[n];
        var upperPart = new double[n + 1];
        IntStream.range(0, (n + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            for (Weighted one : severities) {
                add(
                        one.severity(),
                        one.weight(),
                        grid,
                        chunk * CHUNK,
                        Math.min(n, (chunk + 1) * CHUNK),
                        lower,
                        upperPart);
            }
        });
        var split = new double[n];
        for (int k = 0; k < n; k++) {
            double damping = grid.damping()[k];
            split[k] = (lower[k] - upperPart[k + 1] + upperPart[k]) * damping;
            lower[k] *= damping;
        }
        grid.fourier().forward(lower, split);
        return new Spectrum(grid, StrictMath.exp(-grid.tilt()), lower, split);
    }

    /** The mass of cell k, from k to k + 1 steps, comes to {@code lower[k]}, what of it belongs to the upper end to {@code upperPart[k + 1]}. */
    private static void add(
            Distribution severity, double weight, Grid grid, int from, int to, double[] lower, double[] upperPart) {
        double step = grid.step();
        if (severity instanceof Fixed(double value)) {
            double cell = Math.max(0, Math.ceil(value / step) - 1);
            if (cell >= from && cell < to) {
                lower[(int) cell] += weight;
                upperPart[(int) cell + 1] += weight * (value / step - cell);
            }
            return;
        }
        double[] cumulated = GridCdf.of(severity, grid, from, to);
        for (int k = from; k < to; k++) {
            double mass = weight * Math.max(0, cumulated[k + 1 - from] - cumulated[k - from]);
            lower[k] += mass;
            upperPart[k + 1] += MIDDLE * mass;
        }
    }

    /** Real and imaginary parts at frequency k: rounded down, split, rounded up. */
    void at(int k, double[] value) {
        int n = grid.points();
        int mirrored = k == 0 ? 0 : n - k;
        value[0] = 0.5 * (real[k] + real[mirrored]);
        value[1] = 0.5 * (imaginary[k] - imaginary[mirrored]);
        value[2] = 0.5 * (imaginary[k] + imaginary[mirrored]);
        value[3] = 0.5 * (real[mirrored] - real[k]);
        double cos = damping * grid.fourier().cos(k);
        double sin = damping * grid.fourier().minusSin(k);
        value[4] = value[0] * cos - value[1] * sin;
        value[5] = value[0] * sin + value[1] * cos;
    }
}
