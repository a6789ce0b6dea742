package dev.bartizan.graph;

import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an owner says about risk: how much loss is borne, own figures instead of placeholders, and which risks are accepted for a while.
 *
 * @param currency of all amounts: {@code EUR}
 * @param figures of several about one scenario the last one holds
 */
public record RiskSettings(
        @Default("EUR") String currency,
        Optional<Appetite> appetite,
        List<Figures> figures,
        List<Acceptance> acceptances) {
    /** When nobody said anything. */
    public static final RiskSettings NONE = new RiskSettings("EUR", Optional.empty(), List.of(), List.of());

    /**
     * How much loss is borne: with growing loss a probability that does not grow.
     *
     * @param curve at least one point
     * @param critical how many confirmed scenarios of this severity are borne at most; any number unless it is said
     * @param high likewise
     */
    public record Appetite(
            @Required List<Point> curve,
            @Default("2147483647") int critical,
            @Default("2147483647") int high,
            Location location) {
        public Appetite {
            curve = List.copyOf(curve);
            for (int i = 1; i < curve.size(); i++) {
                if (curve.get(i).loss() <= curve.get(i - 1).loss()
                        || curve.get(i).probability() > curve.get(i - 1).probability()) {
                    throw new IllegalArgumentException(
                            "A tolerance curve has growing losses and probabilities that do not grow.");
                }
            }
        }
    }

    /**
     * A point of a tolerance curve.
     *
     * @param loss in a year
     * @param probability with which that loss may be exceeded in a year at most
     */
    public record Point(double loss, double probability) {
        public Point {
            if (!(loss > 0) || !(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A loss is above 0, a probability from 0 to 1.");
            }
        }
    }

    /**
     * Own figures for scenarios; what is not given stays a placeholder.
     *
     * @param threats ids; empty for all
     * @param layers words; empty for all
     * @param zones where the scenario is; empty for all
     * @param frequency events a year
     * @param loss of one event
     * @param source where they come from: {@code incident register 2025}
     */
    public record Figures(
            List<String> threats,
            List<Layer> layers,
            List<String> zones,
            Optional<Frequency> frequency,
            Optional<Loss> loss,
            String source,
            LocalDate date,
            Location location) {
        public Figures {
            if (frequency.isEmpty() && loss.isEmpty()) {
                throw new IllegalArgumentException("Figures have a frequency, a loss, or both.");
            }
            if (source.isBlank()) {
                throw new IllegalArgumentException("Figures need a source.");
            }
        }
    }

    /** Events a year: least, most likely, most. */
    public record Frequency(double low, double mode, double high) {
        public Frequency {
            if (!(0 <= low && low <= mode && mode <= high && Double.isFinite(high))) {
                throw new IllegalArgumentException("A frequency has low, mode and high that rise from 0.");
            }
        }
    }

    /** The loss of one event: nine of ten lie between low and high. */
    public record Loss(double low, double high) {
        public Loss {
            if (!(0 < low && low < high && Double.isFinite(high))) {
                throw new IllegalArgumentException("A loss has low and high that rise and are above 0.");
            }
        }
    }

    /**
     * A risk that somebody accepts for a while.
     *
     * @param threat id of the catalogue's entry
     * @param zones where; empty for everywhere
     * @param state of the platform when it was accepted, as {@code risk show} prints it: a material change reopens it. Empty: whatever changes
     */
    public record Acceptance(
            String threat,
            List<String> zones,
            String owner,
            String reason,
            LocalDate expires,
            Optional<String> state,
            Location location) {
        public Acceptance {
            if (owner.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("An acceptance needs an owner and a reason.");
            }
        }
    }
}
