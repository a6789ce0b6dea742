package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Normal;
import dev.bartizan.risk.maths.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** Draws years. A number of events is read off by comparing one random number with the cumulated probabilities of 0, 1, 2 ... events, a loss off the inverse of its distribution. */
final class YearSampler {
    private final Source[] sources;
    private final double[] shared;
    private final double[] own;
    private final boolean eventsHangTogether;
    private final long seed;

    /**
     * A scenario made ready for sampling.
     *
     * @param group -1 for none
     * @param cumulated probabilities of at most 0, 1, 2 ... events
     * @param thresholds the same as values of a standard normal number
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Source(int group, double[] cumulated, double[] thresholds, SeveritySampler severity) {}

    private YearSampler(Source[] sources, Dependence dependence, long seed) {
        this.sources = sources;
        this.seed = seed;
        this.eventsHangTogether = dependence.target() == Dependence.Target.EVENTS;
        this.shared = dependence.groups().stream()
                .mapToDouble(group -> Math.sqrt(group.correlation()))
                .toArray();
        this.own = dependence.groups().stream()
                .mapToDouble(group -> Math.sqrt(1 - group.correlation()))
                .toArray();
    }

    static YearSampler of(List<LossScenario> scenarios, Dependence dependence, long seed) {
        var sources = new Source[scenarios.size()];
        IntStream.range(0, sources.length).parallel().forEach(i -> {
            LossScenario scenario = scenarios.get(i);
            double[] cumulated = cumulated(EventCounts.of(scenario.frequency()).probabilities());
            var thresholds = new double[cumulated.length];
            for (int n = 0; n < cumulated.length; n++) {
                thresholds[n] = Normal.quantile(cumulated[n]);
            }
            sources[i] = new Source(
                    dependence.groupOf(scenario.id()), cumulated, thresholds, SeveritySampler.of(scenario.severity()));
        });
        return new YearSampler(sources, dependence, seed);
    }

    private static double[] cumulated(double[] probabilities) {
        var cumulated = new double[probabilities.length];
        double sum = 0;
        for (int n = 0; n < cumulated.length; n++) {
            sum += probabilities[n];
            cumulated[n] = Math.min(1, sum);
        }
        cumulated[cumulated.length - 1] = 1;
        return cumulated;
    }

    /** The losses of some years, by the random numbers of their chunk. */
    void fill(double[] losses, int chunk, int from, int to) {
        var stream = new RandomStream(seed, chunk);
        var factors = new double[shared.length];
        for (int year = from; year < to; year++) {
            for (int g = 0; g < factors.length; g++) {
                factors[g] = stream.normal();
            }
            double sum = 0;
            for (Source source : sources) {
                sum += loss(source, factors, stream);
            }
            losses[year] = sum;
        }
    }

    private double loss(Source source, double[] factors, RandomStream stream) {
        boolean isGrouped = source.group >= 0;
        int events = isGrouped && eventsHangTogether
                ? rank(source.thresholds, correlated(source.group, factors, stream))
                : rank(source.cumulated, stream.uniform());
        double sum = 0;
        for (int event = 0; event < events; event++) {
            double z = isGrouped && !eventsHangTogether ? correlated(source.group, factors, stream) : stream.normal();
            sum += source.severity.at(z);
        }
        return sum;
    }

    private double correlated(int group, double[] factors, RandomStream stream) {
        return shared[group] * factors[group] + own[group] * stream.normal();
    }

    /** How many of the rising values are below. */
    private static int rank(double[] rising, double value) {
        int rank = 0;
        while (rank < rising.length - 1 && rising[rank] < value) {
            rank++;
        }
        return rank;
    }
}
