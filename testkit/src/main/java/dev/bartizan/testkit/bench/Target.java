package dev.bartizan.testkit.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was promised, and what was measured.
 *
 * @param limit that the figure may reach but not exceed
 * @param measured absent when the run failed or did not take place
 */
record Target(String promise, double limit, String unit, OptionalDouble measured) {
    static final String HEADER = """
            | target | limit | measured | verdict |
            |---|---:|---:|---|
            """;

    /** Whether what was measured is too much; what was not measured is neither kept nor broken. */
    boolean isOver() {
        return measured.isPresent() && measured.getAsDouble() > limit;
    }

    boolean isKept() {
        return measured.isPresent() && !isOver();
    }

    String markdown() {
        String figure = measured.isPresent()
                ? String.format(Locale.ROOT, "%.2f%s", measured.getAsDouble(), unit)
                : "not measured";
        String verdict = isKept() ? "PASS" : isOver() ? "over" : "not measured";
        return String.format(Locale.ROOT, "| %s | %.2f%s | %s | %s |", promise, limit, unit, figure, verdict);
    }
}
