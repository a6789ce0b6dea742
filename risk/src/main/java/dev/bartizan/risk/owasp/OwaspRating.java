package dev.bartizan.risk.owasp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The OWASP Risk Rating Methodology (owasp.org/www-community/OWASP_Risk_Rating_Methodology). Every factor is rated 0 to 9, and factors of one group are averaged. Business impact decides where it is
 * known, technical impact otherwise.
 */
public record OwaspRating(
        ThreatAgent agent, Vulnerability vulnerability, Optional<Technical> technical, Optional<Business> business) {
    /** Who attacks. */
    public record ThreatAgent(int skill, int motive, int opportunity, int size) {
        public ThreatAgent {
            requireRated(skill, motive, opportunity, size);
        }
    }

    /** What is attacked. */
    public record Vulnerability(int easeOfDiscovery, int easeOfExploit, int awareness, int intrusionDetection) {
        public Vulnerability {
            requireRated(easeOfDiscovery, easeOfExploit, awareness, intrusionDetection);
        }
    }

    /** What the system loses. */
    public record Technical(int confidentiality, int integrity, int availability, int accountability) {
        public Technical {
            requireRated(confidentiality, integrity, availability, accountability);
        }
    }

    /** What the company loses. */
    public record Business(int financialDamage, int reputationDamage, int nonCompliance, int privacyViolation) {
        public Business {
            requireRated(financialDamage, reputationDamage, nonCompliance, privacyViolation);
        }
    }

    /** Of likelihood and of impact: below 3, below 6, up to 9. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH;

        /** @param average of factors, 0 to 9 */
        public static Level of(double average) {
            if (average < 3) {
                return LOW;
            }
            return average < 6 ? MEDIUM : HIGH;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of the whole. */
    public enum Overall {
        NOTE,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int HIGHEST = 9;

    public OwaspRating {
        if (technical.isEmpty() && business.isEmpty()) {
            throw new IllegalArgumentException("a rating needs the technical or the business impact");
        }
    }

    private static void requireRated(int... factors) {
        for (int factor : factors) {
            if (factor < 0 || factor > HIGHEST) {
                throw new IllegalArgumentException("a factor is rated 0 to 9, not " + factor);
            }
        }
    }

    /** 0 to 9. */
    public double likelihood() {
        return (agent.skill
                        + agent.motive
                        + agent.opportunity
                        + agent.size
                        + vulnerability.easeOfDiscovery
                        + vulnerability.easeOfExploit
                        + vulnerability.awareness
                        + vulnerability.intrusionDetection)
                / 8.0;
    }

    /** 0 to 9: the business impact where it is known. */
    public double impact() {
        return business.map(b -> b.financialDamage + b.reputationDamage + b.nonCompliance + b.privacyViolation)
                        .or(() ->
                                technical.map(t -> t.confidentiality + t.integrity + t.availability + t.accountability))
                        .orElseThrow()
                / 4.0;
    }

    public Overall overall() {
        return overall(Level.of(likelihood()), Level.of(impact()));
    }

    /** The methodology's matrix: each step of likelihood or of impact is a step of severity. */
    public static Overall overall(Level likelihood, Level impact) {
        List<Overall> steps = List.of(Overall.values());
        return steps.get(likelihood.ordinal() + impact.ordinal());
    }
}
