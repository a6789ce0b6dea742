package dev.bartizan.diagram;

import dev.bartizan.graph.Severity;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many findings there are of each severity.
 *
 * @param undecided findings that are not confirmed; they are in none of the other counts, so what is only suspected never colours an asset
 */
public record Tally(int critical, int high, int medium, int low, int info, int undecided) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** The worse one first: more critical findings, then more high ones, and so on. */
    public static final Comparator<Tally> WORST_FIRST = Comparator.comparingInt(Tally::critical)
            .thenComparingInt(Tally::high)
            .thenComparingInt(Tally::medium)
            .thenComparingInt(Tally::low)
            .thenComparingInt(Tally::info)
            .thenComparingInt(Tally::undecided)
            .reversed();

    public Tally plusConfirmed(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Tally(critical + 1, high, medium, low, info, undecided);
            case HIGH -> new Tally(critical, high + 1, medium, low, info, undecided);
            case MEDIUM -> new Tally(critical, high, medium + 1, low, info, undecided);
            case LOW -> new Tally(critical, high, medium, low + 1, info, undecided);
            case INFO -> new Tally(critical, high, medium, low, info + 1, undecided);
        };
    }

    public Tally plusUndecided() {
        return new Tally(critical, high, medium, low, info, undecided + 1);
    }

    public int of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
            case INFO -> info;
        };
    }

    /** The worst confirmed severity, if anything is confirmed. */
    public Optional<Severity> worst() {
        if (critical > 0) {
            return Optional.of(Severity.CRITICAL);
        }
        if (high > 0) {
            return Optional.of(Severity.HIGH);
        }
        if (medium > 0) {
            return Optional.of(Severity.MEDIUM);
        }
        if (low > 0) {
            return Optional.of(Severity.LOW);
        }
        return info > 0 ? Optional.of(Severity.INFO) : Optional.empty();
    }

    public int confirmed() {
        return critical + high + medium + low + info;
    }
}
