package dev.bartizan.risk.nist;

import static dev.bartizan.risk.nist.NistLevel.HIGH;
import static dev.bartizan.risk.nist.NistLevel.LOW;
import static dev.bartizan.risk.nist.NistLevel.MODERATE;
import static dev.bartizan.risk.nist.NistLevel.VERY_HIGH;
import static dev.bartizan.risk.nist.NistLevel.VERY_LOW;

import java.util.List;

/**
 * Likelihood, impact and risk by NIST SP 800-30 Rev. 1 (2012).
 *
 * @param initiation likelihood that a threat event is initiated or occurs
 * @param success likelihood that it, once there, has adverse impact
 */
public record NistAssessment(NistLevel initiation, NistLevel success, NistLevel impact) {
    /** Table G-5: rows initiation, columns likelihood of adverse impact, both from very low up. */
    private static final List<List<NistLevel>> OVERALL_LIKELIHOOD = List.of(
            List.of(VERY_LOW, VERY_LOW, LOW, LOW, LOW),
            List.of(VERY_LOW, LOW, LOW, MODERATE, MODERATE),
            List.of(LOW, LOW, MODERATE, MODERATE, HIGH),
            List.of(LOW, MODERATE, MODERATE, HIGH, VERY_HIGH),
            List.of(LOW, MODERATE, HIGH, VERY_HIGH, VERY_HIGH));

    /** Table I-2: rows likelihood, columns impact, both from very low up. */
    private static final List<List<NistLevel>> RISK = List.of(
            List.of(VERY_LOW, VERY_LOW, VERY_LOW, LOW, LOW),
            List.of(VERY_LOW, LOW, LOW, LOW, MODERATE),
            List.of(VERY_LOW, LOW, MODERATE, MODERATE, HIGH),
            List.of(VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH),
            List.of(VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH));

    /** Overall likelihood, by table G-5. */
    public NistLevel likelihood() {
        return OVERALL_LIKELIHOOD.get(initiation.ordinal()).get(success.ordinal());
    }

    /** Level of risk, by table I-2. */
    public NistLevel risk() {
        return risk(likelihood(), impact);
    }

    /** Level of risk from an overall likelihood, by table I-2. */
    public static NistLevel risk(NistLevel likelihood, NistLevel impact) {
        return RISK.get(likelihood.ordinal()).get(impact.ordinal());
    }
}
