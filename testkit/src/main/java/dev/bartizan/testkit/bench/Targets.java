package dev.bartizan.testkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Holds the rows against what is promised of speed, size and growth. */
final class Targets {
    private static final int LARGE_PLATFORM = 60_000;
    private static final int LARGEST_PLATFORM = 100_000;
    private static final double TIMES_THE_FLOOR = 3;
    private static final double BASELINE_SECONDS = 8;
    private static final double THREAT_SECONDS = 5;
    private static final double RISK_SECONDS = 2;
    private static final double LARGEST_SECONDS = 13;
    private static final double FLAT = 1.2;

    private Targets() {}

    static List<Target> of(List<Row> rows) {
        List<Target> targets = new ArrayList<>();
        for (Row row : rows) {
            targets.addAll(of(row));
        }
        for (Form form : Form.values()) {
            for (Job job : Job.values()) {
                List<Row> measured = rows.stream()
                        .filter(row -> row.form() == form && row.job() == job && row.isMeasured())
                        .toList();
                String where = form.label + ", " + job.label;
                targets.add(new Target(where + ": growth of the cost per object", FLAT, "x", growth(measured)));
                targets.add(new Target(
                        where + ": growth of the cost per further object", FLAT, "x", growthOfSteps(measured)));
            }
        }
        return targets;
    }

    private static List<Target> of(Row row) {
        String where = row.size().label() + ", " + row.form().label + ", " + row.job().label;
        boolean isLarge = row.size().objects() == LARGE_PLATFORM;
        boolean isLargest = row.size().objects() == LARGEST_PLATFORM;
        return switch (row.job()) {
            case BASELINE ->
                isLarge
                        ? List.of(
                                new Target(
                                        where + ": wall time against the floor",
                                        TIMES_THE_FLOOR,
                                        "x",
                                        measured(row, Row::ratio)),
                                wallTime(where, row, BASELINE_SECONDS))
                        : isLargest ? List.of(wallTime(where, row, LARGEST_SECONDS)) : List.of();
            case EVERYTHING ->
                isLarge
                        ? List.of(wallTime(
                                where + " (8 s, and 5 s for threats, 2 s for risk)",
                                row,
                                BASELINE_SECONDS + THREAT_SECONDS + RISK_SECONDS))
                        : List.of();
        };
    }

    private static Target wallTime(String where, Row row, double limit) {
        return new Target(
                where + ": wall time with -Xmx" + row.size().heap(),
                limit,
                " s",
                measured(row, r -> r.ours().wallSeconds()));
    }

    private static OptionalDouble measured(Row row, ToDoubleFunction<Row> figure) {
        return row.isMeasured() ? OptionalDouble.of(figure.applyAsDouble(row)) : OptionalDouble.empty();
    }

    /** The dearest object of any size over that of the smallest. Starting up is part of it, so that it hides slow growth of small sizes. */
    static OptionalDouble growth(List<Row> rows) {
        return relativeToFirst(rows.stream().map(Row::microsecondsPerObject).toList());
    }

    /** The same for what each step in size adds: nothing hides here, but two noisy figures are subtracted. */
    static OptionalDouble growthOfSteps(List<Row> rows) {
        List<Double> steps = new ArrayList<>();
        for (int index = 1; index < rows.size(); index++) {
            steps.add(rows.get(index).microsecondsPerFurtherObject(rows.get(index - 1)));
        }
        return relativeToFirst(steps);
    }

    private static OptionalDouble relativeToFirst(List<Double> costs) {
        return costs.size() < 2
                ? OptionalDouble.empty()
                : costs.stream()
                        .skip(1)
                        .mapToDouble(cost -> cost / costs.getFirst())
                        .max();
    }

    static Stream<Target> startUp(OptionalDouble help, OptionalDouble reference) {
        return Stream.of(
                new Target("bartizan --help", 0.25, " s", help),
                new Target("bartizan assess examples/reference-platform/as-found, warm", 2.5, " s", reference));
    }
}
