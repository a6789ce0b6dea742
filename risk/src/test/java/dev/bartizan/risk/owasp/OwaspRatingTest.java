package dev.bartizan.risk.owasp;

import static dev.bartizan.risk.owasp.OwaspRating.Overall.CRITICAL;
import static dev.bartizan.risk.owasp.OwaspRating.Overall.HIGH;
import static dev.bartizan.risk.owasp.OwaspRating.Overall.LOW;
import static dev.bartizan.risk.owasp.OwaspRating.Overall.MEDIUM;
import static dev.bartizan.risk.owasp.OwaspRating.Overall.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.risk.owasp.OwaspRating.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked example of the methodology's page. */
class OwaspRatingTest {
    private static final OwaspRating.ThreatAgent AGENT = new OwaspRating.ThreatAgent(5, 2, 7, 1);
    private static final OwaspRating.Vulnerability VULNERABILITY = new OwaspRating.Vulnerability(3, 6, 9, 2);
    private static final OwaspRating.Technical TECHNICAL = new OwaspRating.Technical(9, 7, 5, 8);
    private static final OwaspRating.Business BUSINESS = new OwaspRating.Business(1, 2, 1, 5);

    @Test
    void businessImpactDecidesWhereItIsKnown() {
        var rating = new OwaspRating(AGENT, VULNERABILITY, Optional.of(TECHNICAL), Optional.of(BUSINESS));

        assertThat(rating.likelihood()).isEqualTo(4.375);
        assertThat(rating.impact()).isEqualTo(2.25);
        assertThat(rating.overall()).isEqualTo(LOW);
    }

    @Test
    void technicalImpactDecidesAlone() {
        var rating = new OwaspRating(AGENT, VULNERABILITY, Optional.of(TECHNICAL), Optional.empty());

        assertThat(rating.impact()).isEqualTo(7.25);
        assertThat(rating.overall()).isEqualTo(HIGH);
    }

    @Test
    void theMatrixIsThatOfTheMethodology() {
        var expected = List.of(List.of(NOTE, LOW, MEDIUM), List.of(LOW, MEDIUM, HIGH), List.of(MEDIUM, HIGH, CRITICAL));

        for (Level impact : Level.values()) {
            for (Level likelihood : Level.values()) {
                assertThat(OwaspRating.overall(likelihood, impact))
                        .isEqualTo(expected.get(impact.ordinal()).get(likelihood.ordinal()));
            }
        }
        assertThat(Level.of(3)).isEqualTo(Level.MEDIUM);
        assertThat(Level.of(5.999)).isEqualTo(Level.MEDIUM);
        assertThat(Level.of(6)).isEqualTo(Level.HIGH);
    }

    @Test
    void factorsBeyondTheScaleAndRatingsWithoutImpactAreRefused() {
        assertThatThrownBy(() -> new OwaspRating.Technical(10, 0, 0, 0)).hasMessageContaining("0 to 9");
        assertThatThrownBy(() -> new OwaspRating(AGENT, VULNERABILITY, Optional.empty(), Optional.empty()))
                .hasMessageContaining("impact");
    }
}
