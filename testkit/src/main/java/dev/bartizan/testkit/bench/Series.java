package dev.bartizan.testkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The runs of one process in one comparison. */
final class Series {
    private final List<Measurement> runs = new ArrayList<>();

    void add(Measurement run) {
        runs.add(run);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    int size() {
        return runs.size();
    }

    /** The middle of the wall times in seconds, the lower of two; there must have been a run. */
    double wallSeconds() {
        return median(runs.stream().map(Measurement::wallSeconds).toList());
    }

    /** Slowest over fastest: how far the machine can be trusted. */
    double spread() {
        double slowest =
                runs.stream().mapToDouble(Measurement::wallSeconds).max().orElseThrow();
        return slowest
                / runs.stream().mapToDouble(Measurement::wallSeconds).min().orElseThrow();
    }

    /** The middle of the processor times in seconds; absent when any run lacks it. */
    OptionalDouble userSeconds() {
        List<Double> measured = new ArrayList<>();
        for (Measurement run : runs) {
            run.userSeconds().ifPresent(measured::add);
        }
        return runs.isEmpty() || measured.size() < runs.size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(median(measured));
    }

    /** The highest peak of all runs in MiB; absent when any run lacks it. */
    OptionalDouble residentMebibytes() {
        boolean measured = runs.stream().allMatch(run -> run.residentKilobytes().isPresent());
        return measured
                ? runs.stream()
                        .mapToDouble(run -> run.residentKilobytes().orElseThrow() / 1024.0)
                        .max()
                : OptionalDouble.empty();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
