package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts.Estimate;
import java.util.List;

/** How often against how much, by orders of magnitude: the axes of a risk matrix. Cells are counted from the rarest and the least. */
public final class RiskMatrix {
    /** How often, from the rarest: a step is a factor of ten in events a year. */
    public static final List<String> OFTEN = List.of("very rare", "rare", "possible", "likely", "frequent");

    /** What that means. */
    public static final List<String> OFTEN_MEANS = List.of(
            "below 1 in 100 years",
            "1 in 100 to 1 in 10 years",
            "1 in 10 to 1 a year",
            "1 to 10 a year",
            "10 a year and more");

    /** What an event costs, from the least: a step is a factor of ten. */
    public static final List<String> LOSS = List.of("minor", "moderate", "major", "severe", "extreme");

    /** What that means, in the currency of the assessment. */
    public static final List<String> LOSS_MEANS =
            List.of("below 10 k", "10 k to 100 k", "100 k to 1 M", "1 M to 10 M", "10 M and more");

    private static final double RAREST = 0.01;
    private static final double LEAST = 10_000;

    private RiskMatrix() {}

    /** The row of an estimate, an index of {@link #OFTEN}. */
    public static int often(Estimate estimate) {
        return step(estimate.frequency(), RAREST, OFTEN.size());
    }

    /** The column of an estimate, an index of {@link #LOSS}. */
    public static int loss(Estimate estimate) {
        return step(estimate.magnitude(), LEAST, LOSS.size());
    }

    private static int step(double value, double first, int steps) {
        int step = 0;
        for (double edge = first; step < steps - 1 && value >= edge * (1 - 1e-12); edge *= 10) {
            step++;
        }
        return step;
    }
}
