package dev.bartizan.risk.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The curves of many draws of the frequencies on one grid: the transforms of the severities are made once, each for all scenarios that have it. */
final class Draws {
    private final Grid grid;
    private final List<Spectrum> spectra;
    /** By spectrum and draw: those of the same severity add up. */
    private final double[][] rates;

    /** @param rates by scenario and draw */
    Draws(Grid grid, List<LossScenario> scenarios, double[][] rates) {
        Map<Distribution, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < rates.length; i++) {
            sums.merge(scenarios.get(i).severity(), rates[i].clone(), Draws::plus);
        }
        this.grid = grid;
        this.rates = sums.values().toArray(double[][]::new);
        this.spectra = sums.keySet().parallelStream()
                .map(severity -> Spectrum.of(grid, severity))
                .toList();
    }

    private static double[] plus(double[] some, double[] more) {
        for (int i = 0; i < some.length; i++) {
            some[i] += more[i];
        }
        return some;
    }

    /**
     * Fills in the probabilities of exceeding those amounts that this grid is the finest to reach; called from the widest grid to the finest.
     *
     * @param factors on all losses, by draw
     * @param curves by draw and amount
     */
    void fill(double[] amounts, double[] factors, double[][] curves) {
        IntStream.range(0, curves.length).parallel().forEach(draw -> {
            double[] above = above(draw);
            for (int i = 0; i < amounts.length; i++) {
                double cell = amounts[i] / factors[draw] / grid.step();
                if (cell < grid.points() - 1) {
                    int below = (int) cell;
                    curves[draw][i] = above[below] + (cell - below) * (above[below + 1] - above[below]);
                }
            }
        });
    }

    private double[] above(int draw) {
        int n = grid.points();
        var re = new double[n];
        var im = new double[n];
        var value = new double[6];
        double rate = 0;
        for (int i = 0; i < spectra.size(); i++) {
            double own = rates[i][draw];
            rate += own;
            for (int k = 0; k <= n / 2; k++) {
                spectra.get(i).at(k, value);
                re[k] += own * value[2];
                im[k] += own * value[3];
            }
        }
        for (int k = 0; k <= n / 2; k++) {
            double modulus = StrictMath.exp(re[k] - rate);
            double angle = im[k];
            re[k] = modulus * StrictMath.cos(angle);
            im[k] = modulus * StrictMath.sin(angle);
            if (k > 0 && k < n / 2) {
                re[n - k] = re[k];
                im[n - k] = -im[k];
            }
        }
        grid.fourier().inverse(re, im);
        double left = 1;
        for (int k = 0; k < n; k++) {
            double mass = Math.max(0, re[k] * StrictMath.exp(grid.tilt() * k));
            left -= mass;
            re[k] = Math.clamp(k == 0 ? left : left + 0.5 * mass, 0, 1);
        }
        return re;
    }
}
