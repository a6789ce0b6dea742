package dev.bartizan.risk.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Simulated years, for scenarios that hang together; what is independent is better computed by {@link LossCurve}. Every part of the years has random numbers of its own: the same question and seed give
 * the same years on any number of threads.
 */
public final class Simulation {
    private static final int CHUNK = 8_192;
    /** Of the normal distribution, for an interval that holds 95 %. */
    private static final double TWO_SIDED_95 = 1.959963984540054;

    private final double[] losses;

    /**
     * Estimated from a sample.
     *
     * @param error standard error
     */
    public record Sampled(double value, double error) {}

    private Simulation(double[] sortedLosses) {
        this.losses = sortedLosses;
    }

    /** @param years at least 1 */
    public static Simulation of(List<LossScenario> scenarios, Dependence dependence, int years, long seed) {
        if (years < 1) {
            throw new IllegalArgumentException("at least one year is simulated");
        }
        var sampler = YearSampler.of(scenarios, dependence, seed);
        var losses = new double[years];
        IntStream.range(0, (years + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> sampler.fill(losses, chunk, chunk * CHUNK, Math.min(years, (chunk + 1) * CHUNK)));
        Arrays.parallelSort(losses);
        return new Simulation(losses);
    }

    public int years() {
        return losses.length;
    }

    /** Expected loss of a year. */
    public Sampled annualLoss() {
        double mean = Arrays.stream(losses).sum() / losses.length;
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        return new Sampled(mean, Math.sqrt(squares / Math.max(1, losses.length - 1) / losses.length));
    }

    /** P(loss &gt; amount). Where no year or every year exceeds it, the error is that of one year. */
    public Sampled exceedance(double amount) {
        int above = losses.length - firstAbove(amount);
        double share = (double) above / losses.length;
        double cautious = Math.clamp(share, 1.0 / losses.length, 1 - 1.0 / losses.length);
        return new Sampled(share, Math.sqrt(Math.max(0, cautious * (1 - cautious)) / losses.length));
    }

    private int firstAbove(double amount) {
        int low = 0;
        int high = losses.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (losses[middle] > amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The smallest simulated loss that at least a share p of the years does not exceed, with the 95 % interval that order statistics give. */
    public LossCurve.Bounded quantile(double p) {
        double spread = TWO_SIDED_95 * Math.sqrt(losses.length * p * (1 - p));
        return new LossCurve.Bounded(
                ranked(p * losses.length), ranked(p * losses.length - spread), ranked(p * losses.length + spread + 1));
    }

    private double ranked(double rank) {
        return losses[Math.clamp((long) Math.ceil(rank) - 1, 0, losses.length - 1)];
    }
}
