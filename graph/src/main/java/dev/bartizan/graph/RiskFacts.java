package dev.bartizan.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What threats cost, what is borne, and what to mend first.
 *
 * @param currency of all amounts
 * @param risks largest residual first
 * @param backlog what avoids most loss for its effort first
 * @param curves how likely which yearly loss is exceeded; empty when nothing can be lost
 * @param appetite empty when nobody stated it
 * @param drivers the inputs that move the expected loss most, first
 * @param limits what these figures do not say
 */
public record RiskFacts(
        String currency,
        List<Risk> risks,
        List<Mitigation> backlog,
        Optional<Curves> curves,
        Optional<AppetiteResult> appetite,
        List<Driver> drivers,
        List<String> limits)
        implements Facts {
    /** Orders of magnitude: all that figures say that nobody calibrated. */
    public enum Band {
        NEGLIGIBLE,
        LOW,
        MODERATE,
        HIGH,
        EXTREME;

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A year's loss of one risk.
     *
     * @param frequency events a year
     * @param magnitude mean loss of one event
     * @param low the 5th percentile of the expected loss under uncertain inputs
     * @param high the 95th
     */
    public record Estimate(double frequency, double magnitude, double low, double high, Band band) {
        /** Expected loss of a year. */
        public double annual() {
            return frequency * magnitude;
        }
    }

    /**
     * What a threat scenario costs.
     *
     * @param scenario id of the threat scenario
     * @param owners of its assets, by name
     * @param calibrated whether frequency and loss are the owner's own figures
     * @param inherent without any control
     * @param residual with the controls that are evidenced
     * @param rating by the method that was chosen; empty for FAIR, and where the method needs factors that nobody gave
     * @param arithmetic how one became the other, a sentence each
     * @param missing ids of controls that are known to be missing
     * @param state 32 hexadecimal digits that change when the risk does in what is material: its severity, its places, what is missing. An acceptance names it
     * @param acceptance of this risk, if somebody accepts it
     */
    public record Risk(
            String scenario,
            String threat,
            String title,
            Layer layer,
            Severity severity,
            boolean confirmed,
            List<String> zones,
            List<String> owners,
            boolean calibrated,
            Estimate inherent,
            Estimate residual,
            Optional<Rating> rating,
            List<String> arithmetic,
            List<String> missing,
            String state,
            Optional<Accepted> acceptance) {
        public Risk {
            zones = List.copyOf(zones);
            owners = List.copyOf(owners);
            arithmetic = List.copyOf(arithmetic);
            missing = List.copyOf(missing);
        }
    }

    /**
     * What a method of others says of a risk.
     *
     * @param level in the method's own words
     * @param value by which its risks are ranked: the score of CVSS, 0 to 10; the value of SP 800-30's level, 0 to 10; the step of OWASP's severity, 0 to 4
     * @param basis the vector and what came of it
     * @param isOwn whether somebody gave the factors; else levels were concluded from placeholders or figures
     */
    public record Rating(RiskSettings.Method method, String level, double value, String basis, boolean isOwn) {}

    /**
     * That somebody bears a risk.
     *
     * @param standing whether it still holds
     */
    public record Accepted(String owner, String reason, LocalDate expires, Standing standing) {
        /** Whether an acceptance holds. */
        public enum Standing {
            HOLDS,
            EXPIRED,
            /** The platform has changed in what is material. */
            REOPENED;

            /** As files write it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * Something to mend.
     *
     * @param id stable: what is done, and where
     * @param fixes that it is made of, by id
     * @param effort 1 a line, 2 a change that is to be tested, 3 a piece of work; of several fixes of one kind little more than of one
     * @param avoided expected loss of a year that goes with it, after those that stand before it; of a place that several must mend together, its share
     * @param closes scenarios that are over then, after those that stand before it, by id
     * @param lowers scenarios that stay with less, by id
     * @param findings that it mends, by id
     * @param due empty when nothing hurries it
     * @param with ids of mitigations that must be done too before it ends anything
     * @param cutsPaths whether it is among the choke points of attack paths
     */
    public record Mitigation(
            String id,
            String title,
            List<String> fixes,
            int effort,
            double avoided,
            List<String> closes,
            List<String> lowers,
            List<String> findings,
            Severity severity,
            List<String> owners,
            Optional<LocalDate> due,
            List<String> with,
            boolean cutsPaths) {
        public Mitigation {
            fixes = List.copyOf(fixes);
            closes = List.copyOf(closes);
            lowers = List.copyOf(lowers);
            owners = List.copyOf(owners);
            with = List.copyOf(with);
            findings = List.copyOf(findings);
        }
    }

    /** A loss and the probability that a year's loss exceeds it. */
    public record Point(double loss, double probability) {
        /**
         * The probability that a year's loss exceeds an amount: between two points on the straight line over the logarithm of the loss. Before the first point it is that of the first, after the
         * last that of the last, which is an upper bound, and of a curve without points 0.
         *
         * @param points with losses that grow
         */
        public static double probability(List<Point> points, double loss) {
            for (int i = 0; i < points.size(); i++) {
                Point next = points.get(i);
                if (next.loss >= loss) {
                    return i == 0 ? next.probability : between(points.get(i - 1), next, loss);
                }
            }
            return points.isEmpty() ? 0 : points.getLast().probability;
        }

        private static double between(Point before, Point next, double loss) {
            double way = StrictMath.log(loss / before.loss) / StrictMath.log(next.loss / before.loss);
            return before.probability + way * (next.probability - before.probability);
        }
    }

    /**
     * How likely a year's loss exceeds an amount.
     *
     * @param low under uncertain inputs the 5th percentile of the probability; empty when it was not worked out
     * @param high the 95th
     * @param expected loss of a year
     * @param quantiles losses that are exceeded with probability 0.1, 0.05, 0.01 and 0.001
     * @param error bound of the numerical error of a probability
     */
    public record Curve(
            List<Point> points,
            List<Point> low,
            List<Point> high,
            double expected,
            List<Point> quantiles,
            double error) {
        public Curve {
            points = List.copyOf(points);
            low = List.copyOf(low);
            high = List.copyOf(high);
            quantiles = List.copyOf(quantiles);
        }
    }

    /**
     * Without and with the controls that are evidenced.
     *
     * @param calibrated the residual curve of those risks alone that stand on the owner's own figures, which the whole never lies below; empty when all of them do, or none
     */
    public record Curves(Curve inherent, Curve residual, Optional<Curve> calibrated) {
        public Curves(Curve inherent, Curve residual) {
            this(inherent, residual, Optional.empty());
        }
    }

    /**
     * The residual curve beside simulated years, which also tell what happens when scenarios go together.
     *
     * @param scenarios how many were simulated
     * @param correlation of the normal numbers behind the numbers of events of any two scenarios; 0 for independent ones, which the exact curve is of
     * @param expected loss of a year
     * @param simulatedMean loss of a simulated year
     * @param meanError its standard error
     * @param amounts at which both are read, in ascending order
     */
    public record Simulated(
            int scenarios,
            int years,
            long seed,
            double correlation,
            double expected,
            double simulatedMean,
            double meanError,
            List<Held> amounts) {
        private static final double ERRORS = 2;

        /**
         * The probability that a year's loss exceeds an amount, both ways.
         *
         * @param exact of independent scenarios
         * @param low the exact curve is not below, whatever the numerical error
         * @param high nor above
         * @param error standard error of the simulated one
         */
        public record Held(double loss, double exact, double low, double high, double simulated, double error) {
            /** Whether the simulated one lies within two standard errors of the exact one. Of twenty right ones one does not, by chance. */
            public boolean isWithinErrors() {
                return Math.abs(simulated - exact) <= ERRORS * error;
            }

            /** Whether it lies within two standard errors of what the exact curve may be by its bounds: else the two contradict each other, or chance was unkind. */
            public boolean agrees() {
                return simulated >= low - ERRORS * error && simulated <= high + ERRORS * error;
            }
        }

        public Simulated {
            amounts = List.copyOf(amounts);
        }

        /** Whether scenarios were simulated as independent, so that both ways are to agree. */
        public boolean isIndependent() {
            return correlation == 0;
        }

        /** At how many amounts both are the same but for chance. */
        public long withinErrors() {
            return amounts.stream().filter(Held::isWithinErrors).count();
        }

        /** At how many amounts both agree, the bounds of the exact curve included. */
        public long agreeing() {
            return amounts.stream().filter(Held::agrees).count();
        }
    }

    /**
     * The residual curve against what is borne.
     *
     * @param tolerance as it was stated
     * @param crossing the first point at which the curve lies above it
     * @param isComparable whether all that counts was calibrated; else this is a band and no verdict
     */
    public record AppetiteResult(
            Verdict verdict,
            List<Point> tolerance,
            Optional<Point> crossing,
            double excess,
            boolean isComparable,
            List<String> reasons) {
        public AppetiteResult {
            tolerance = List.copyOf(tolerance);
            reasons = List.copyOf(reasons);
        }

        /** What the reasons about money begin with. */
        public static final String MONEY = "P(loss";

        /** Reasons that need no figures: more risks of a class than are borne. */
        public List<String> classReasons() {
            return reasons.stream().filter(reason -> !reason.startsWith(MONEY)).toList();
        }

        /** What people are told: of money only where all that counts was calibrated. */
        public List<String> toldReasons() {
            return isComparable ? reasons : classReasons();
        }

        /** How a curve with its band stands to a tolerance. */
        public enum Verdict {
            MET,
            /** The band lies on both sides. */
            STRADDLES,
            /** The whole band lies above. */
            EXCEEDED;

            /** As files write it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * An input that the result hangs on.
     *
     * @param input in words: {@code frequency of TH-M19 in serving}
     * @param low expected residual loss of a year with the input at its 5th percentile
     * @param high with it at its 95th
     */
    public record Driver(String input, double low, double high) {}

    public RiskFacts {
        risks = List.copyOf(risks);
        backlog = List.copyOf(backlog);
        drivers = List.copyOf(drivers);
        limits = List.copyOf(limits);
    }

    /** The same with some of the backlog. */
    public RiskFacts withBacklog(List<Mitigation> chosen) {
        return new RiskFacts(currency, risks, chosen, curves, appetite, drivers, limits);
    }

    /** Whether all that counts stands on the owner's own figures. Otherwise amounts are orders of magnitude, and people are shown bands and ranks. */
    public boolean isCalibrated() {
        return risks.stream().filter(Risk::confirmed).allMatch(Risk::calibrated);
    }
}
