package dev.bartizan.risk.loss;

/**
 * Something that may happen any number of times a year, each time with a loss of its own, independent of the number.
 *
 * @param id unique among the scenarios of a question
 * @param frequency mean number of events a year: given it, their number is a Poisson number
 * @param severity loss of one event
 */
public record LossScenario(String id, Distribution frequency, Distribution severity) {
    /** What happens more often is a running cost and no risk. */
    public static final double HIGHEST_FREQUENCY = 1_000;

    public LossScenario {
        if (!(most(frequency) <= HIGHEST_FREQUENCY)) {
            throw new IllegalArgumentException("at most 1000 events a year: what happens more often is a running cost");
        }
    }

    /** The highest number of events a year that a frequency stands for; of one without end its mean. */
    public static double most(Distribution frequency) {
        return frequency.highest() == Double.POSITIVE_INFINITY ? frequency.mean() : frequency.highest();
    }

    /** Expected loss of a year. */
    public double annualLoss() {
        return frequency.mean() * severity.mean();
    }
}
