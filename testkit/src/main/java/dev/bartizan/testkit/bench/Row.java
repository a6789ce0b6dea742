package dev.bartizan.testkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One size in one form, and what was asked of it: the floor and the main job, run in turns.
 *
 * @param failure why the main job's figures mean nothing; empty when every run ended well with all outputs written
 */
record Row(Size size, Form form, Job job, Series floor, Series ours, String failure) {
    static final String HEADER = """
            | size | form | asked | floor s | floor user s | assess s | assess user s | ratio | µs per object | growth | peak MiB | spread |
            |---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;
    private static final double MICROSECONDS = 1e6;

    boolean isMeasured() {
        return failure.isEmpty() && !ours.isEmpty();
    }

    double ratio() {
        return ours.wallSeconds() / floor.wallSeconds();
    }

    /** Wall time over objects. */
    double microsecondsPerObject() {
        return ours.wallSeconds() * MICROSECONDS / size.objects();
    }

    /** Wall time that the objects cost which this row has more than the other, in microseconds for each. */
    double microsecondsPerFurtherObject(Row smaller) {
        return (ours.wallSeconds() - smaller.ours.wallSeconds())
                * MICROSECONDS
                / (size.objects() - smaller.size.objects());
    }

    /** As a line of the table; growth is the cost per object relative to the smallest row of the same form. */
    String markdown(Row smallest) {
        List<String> cells = new ArrayList<>(List.of(
                size.label(), form.label, job.label, number(floor.wallSeconds(), 2), number(floor.userSeconds(), 2)));
        if (isMeasured()) {
            cells.addAll(figures(smallest));
        } else {
            cells.addAll(
                    List.of(failure.isEmpty() ? "not run" : failure, "", "", "", "", "", number(floor.spread(), 2)));
        }
        return "| " + String.join(" | ", cells) + " |";
    }

    private List<String> figures(Row smallest) {
        return List.of(
                number(ours.wallSeconds(), 2),
                number(ours.userSeconds(), 2),
                number(ratio(), 2),
                number(microsecondsPerObject(), 0),
                smallest.isMeasured()
                        ? number(microsecondsPerObject() / smallest.microsecondsPerObject(), 2)
                        : "unknown",
                number(ours.residentMebibytes(), 0),
                number(Math.max(ours.spread(), floor.spread()), 2));
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isPresent() ? number(value.getAsDouble(), digits) : "unknown";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
