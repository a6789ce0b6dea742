package dev.bartizan.graph;

import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an owner says about risk: how it is scored, how much loss is borne, own figures instead of placeholders, and which risks are accepted for a while.
 *
 * @param currency of all amounts: {@code EUR}
 * @param method by which risks are ranked and told beside their expected loss
 * @param figures of several about one scenario the last one holds
 * @param ratings likewise, of each method
 */
public record RiskSettings(
        @Default("EUR") String currency,
        @Default("fair") Method method,
        Optional<Appetite> appetite,
        List<Figures> figures,
        List<Rating> ratings,
        List<Acceptance> acceptances) {
    /** When nobody said anything. */
    public static final RiskSettings NONE =
            new RiskSettings("EUR", Method.FAIR, Optional.empty(), List.of(), List.of(), List.of());

    public RiskSettings {
        figures = List.copyOf(figures);
        ratings = List.copyOf(ratings);
        acceptances = List.copyOf(acceptances);
    }

    /** The same by another method. */
    public RiskSettings by(Method other) {
        return new RiskSettings(currency, other, appetite, figures, ratings, acceptances);
    }

    /** How a risk is scored. */
    public enum Method {
        /** Expected loss of a year: events by loss of one. */
        FAIR,
        /** OWASP Risk Rating. */
        OWASP,
        /** NIST SP 800-30, tables G-5 and I-2. */
        SP800_30,
        /** CVSS 4.0. */
        CVSS;

        /** As files and the command line write it. */
        public String word() {
            return this == SP800_30 ? "sp800-30" : name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Method> named(String word) {
            return Arrays.stream(values())
                    .filter(method -> method.word().equals(word))
                    .findFirst();
        }
    }

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
     * @param factors of FAIR, instead of frequency and loss
     * @param currency of their amounts; that of all unless it is said
     * @param source where they come from: {@code incident register 2025}
     */
    public record Figures(
            List<String> threats,
            List<Layer> layers,
            List<String> zones,
            Optional<Range> frequency,
            Optional<Range> loss,
            Optional<Factors> factors,
            Optional<String> currency,
            String source,
            LocalDate date,
            Location location) {
        public Figures {
            if (factors.isPresent() == (frequency.isPresent() || loss.isPresent())) {
                throw new IllegalArgumentException("Figures have a frequency, a loss, or both; or else factors.");
            }
            if (source.isBlank()) {
                throw new IllegalArgumentException("Figures need a source.");
            }
        }
    }

    /**
     * A figure that is not known exactly.
     *
     * @param mode most likely; without it nine of ten lie between low and high
     * @param shape by default a PERT distribution when there is a mode, else a lognormal one
     */
    public record Range(double low, Optional<Double> mode, double high, Optional<Shape> shape) {
        /** Which distribution it is. */
        public enum Shape {
            /** Beta over low to high whose mode is the mode (Vose). */
            PERT,
            /** Beta over low to high with a standard deviation of a sixth of the range (Malcolm; pyfair). */
            PERT_BY_DEVIATION,
            /** By the interval that holds nine of ten. */
            LOGNORMAL
        }

        public Range {
            boolean isLognormal = shape.map(Shape.LOGNORMAL::equals).orElse(mode.isEmpty());
            double middle = mode.orElse(low);
            if (!(0 <= low && low <= middle && middle <= high && Double.isFinite(high))) {
                throw new IllegalArgumentException("Low, mode and high rise from 0.");
            }
            if (isLognormal && mode.isPresent()) {
                throw new IllegalArgumentException("A lognormal figure is low and high alone: it has no mode.");
            }
            if (isLognormal && !(0 < low && low < high)) {
                throw new IllegalArgumentException("Low and high of a lognormal figure rise and are above 0.");
            }
            if (!isLognormal && mode.isEmpty()) {
                throw new IllegalArgumentException("A PERT figure needs a mode.");
            }
        }

        public static Range of(double low, double mode, double high) {
            return new Range(low, Optional.of(mode), high, Optional.empty());
        }

        /** Nine of ten lie between. */
        public static Range between(double low, double high) {
            return new Range(low, Optional.empty(), high, Optional.empty());
        }
    }

    /**
     * The factors of FAIR: events a year are contacts, of which some become attacks, of which some succeed.
     *
     * @param contacts a year
     * @param action probability that a contact becomes an attack
     * @param vulnerability probability that an attack succeeds; else capability and strength tell it
     * @param capability of attackers, on one scale with strength
     * @param strength of what resists them
     * @param primary loss of an event
     * @param secondary what others make of it
     */
    public record Factors(
            @Required Range contacts,
            double action,
            Optional<Double> vulnerability,
            Optional<Range> capability,
            Optional<Range> strength,
            @Required Range primary,
            Optional<Secondary> secondary) {
        public Factors {
            probability("action", action);
            vulnerability.ifPresent(value -> probability("vulnerability", value));
            boolean isBoth = capability.isPresent() && strength.isPresent();
            if (capability.isPresent() != strength.isPresent() || vulnerability.isPresent() == isBoth) {
                throw new IllegalArgumentException("Factors have a vulnerability, or else capability and strength.");
            }
        }

        private static void probability(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("The probability " + name + " lies from 0 to 1.");
            }
        }
    }

    /** What others make of an event: with this probability this loss beside the primary one. */
    public record Secondary(double probability, @Required Range loss) {
        public Secondary {
            Factors.probability("of a secondary loss", probability);
        }
    }

    /**
     * A rating of scenarios by a method of others.
     *
     * @param vector in the notation of its method: {@code CVSS:4.0/AV:N/…}, {@code SL:5/M:2/…} (OWASP), {@code initiation:high/success:moderate/impact:high} (SP 800-30)
     * @param source who rated it
     */
    public record Rating(
            List<String> threats,
            List<Layer> layers,
            List<String> zones,
            String vector,
            String source,
            LocalDate date,
            Location location) {
        public Rating {
            if (source.isBlank()) {
                throw new IllegalArgumentException("A rating needs a source.");
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
