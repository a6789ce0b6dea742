package dev.bartizan.risk.rating;

import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.risk.nist.NistAssessment;
import dev.bartizan.risk.nist.NistLevel;
import dev.bartizan.risk.owasp.OwaspRating;
import java.util.Locale;
import java.util.Optional;

/**
 * What a method says where nobody gave factors: levels are concluded from how often a risk happens and what an event costs, and the method's own matrix makes the rest of them. CVSS scores flaws that somebody
 * described: nothing stands in for that.
 */
public final class StandIn {
    private static final int WHOLE = 100;

    private StandIn() {}

    /**
     * @param frequency events a year without any control
     * @param left share of them that controls leave
     * @param magnitude loss of one event with the controls that are evidenced
     */
    public static Optional<Rating> of(Method method, double frequency, double left, double magnitude) {
        return switch (method) {
            case FAIR, CVSS -> Optional.empty();
            case SP800_30 ->
                Optional.of(nist(
                        new NistAssessment(
                                occurrence(frequency),
                                NistLevel.of((int) Math.round(WHOLE * Math.clamp(left, 0, 1))),
                                impact(magnitude)),
                        ", concluded from frequency, controls and loss",
                        false));
            case OWASP -> Optional.of(owasp(frequency * left, magnitude));
        };
    }

    static Rating nist(NistAssessment assessment, String note, boolean isOwn) {
        return new Rating(
                Method.SP800_30,
                assessment.risk().word(),
                assessment.risk().value(),
                "initiation " + assessment.initiation().word() + ", success "
                        + assessment.success().word() + ", so likelihood "
                        + assessment.likelihood().word() + "; impact "
                        + assessment.impact().word() + note,
                isOwn);
    }

    /** How often something happens as table G-3 of SP 800-30 grades it. */
    private static NistLevel occurrence(double frequency) {
        if (frequency > 100) {
            return NistLevel.VERY_HIGH;
        }
        if (frequency >= 10) {
            return NistLevel.HIGH;
        }
        if (frequency >= 1) {
            return NistLevel.MODERATE;
        }
        return frequency >= 0.1 ? NistLevel.LOW : NistLevel.VERY_LOW;
    }

    /** A step is a factor of ten, as in the matrix of the report. */
    private static NistLevel impact(double magnitude) {
        if (magnitude >= 10e6) {
            return NistLevel.VERY_HIGH;
        }
        if (magnitude >= 1e6) {
            return NistLevel.HIGH;
        }
        if (magnitude >= 100e3) {
            return NistLevel.MODERATE;
        }
        return magnitude >= 10e3 ? NistLevel.LOW : NistLevel.VERY_LOW;
    }

    private static Rating owasp(double frequency, double magnitude) {
        var likelihood = level(frequency, 0.1, 1);
        var impact = level(magnitude, 100e3, 1e6);
        var overall = OwaspRating.overall(likelihood, impact);
        return new Rating(
                Method.OWASP,
                overall.word(),
                overall.ordinal(),
                String.format(
                        Locale.ROOT,
                        "likelihood %s, impact %s, concluded from frequency and loss",
                        likelihood.word(),
                        impact.word()),
                false);
    }

    private static OwaspRating.Level level(double value, double medium, double high) {
        if (value >= high) {
            return OwaspRating.Level.HIGH;
        }
        return value >= medium ? OwaspRating.Level.MEDIUM : OwaspRating.Level.LOW;
    }
}
