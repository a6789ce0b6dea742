package dev.bartizan.risk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlEffectTest {
    @Test
    void theStrongestCountsInFullAndTheNextByHalf() {
        var effect = ControlEffect.of(
                List.of(vulnerability("C-A", 0.4, 1), vulnerability("C-B", 0.6, 1), vulnerability("C-C", 0.3, 1)));

        assertThat(effect.of(Factor.VULNERABILITY)).isCloseTo(1 - 0.6 - 0.2, within(1e-12));
        assertThat(effect.of(Factor.FREQUENCY)).isEqualTo(1);
    }

    /** Five controls of 0.6 taken as independent would leave 1 % of the risk. */
    @Test
    void manyControlsOfOneFactorLeaveTheFloor() {
        var effect = ControlEffect.of(Collections.nCopies(5, vulnerability("C-A", 0.7, 1)));

        assertThat(effect.events()).isEqualTo(ControlEffect.FLOOR);
    }

    @Test
    void differentFactorsMultiply() {
        var effect = ControlEffect.of(List.of(
                vulnerability("C-A", 0.5, 1),
                new ControlEffect.Applied("C-B", Factor.FREQUENCY, 0.5, 1),
                new ControlEffect.Applied("C-C", Factor.IMPACT, 0.2, 1),
                new ControlEffect.Applied("C-D", Factor.DETECTION, 0.25, 1)));

        assertThat(effect.events()).isCloseTo(0.25, within(1e-12));
        assertThat(effect.loss()).isCloseTo(0.6, within(1e-12));
        assertThat(effect.annualLoss()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void whatIsNotEvidencedDoesNotCount() {
        assertThat(ControlEffect.of(List.of(vulnerability("C-A", 0.9, 0))).annualLoss())
                .isEqualTo(1);
        assertThat(ControlEffect.of(List.of(vulnerability("C-A", 0.9, 0.5))).annualLoss())
                .isCloseTo(0.55, within(1e-12));
        assertThat(ControlEffect.of(List.of()).annualLoss()).isEqualTo(1);
    }

    @Test
    void sharesAboveOneAreRefused() {
        assertThatThrownBy(() -> vulnerability("C-A", 1.1, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> vulnerability("C-A", 1, Double.NaN)).hasMessageContaining("0 to 1");
    }

    private static ControlEffect.Applied vulnerability(String id, double strength, double evidence) {
        return new ControlEffect.Applied(id, Factor.VULNERABILITY, strength, evidence);
    }
}
