package dev.bartizan.risk.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.risk.loss.Pert;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairTreeTest {
    private static final FairTree TREE = new FairTree(
            Pert.of(2, 5, 20),
            0.5,
            0.1,
            Lognormal.ofInterval90(1e4, 1e5),
            Optional.of(new FairTree.Secondary(0.2, new Fixed(1e6))));

    /** pyfair (MIT) multiplies and adds its nodes: LEF = TEF x V, TEF = CF x PoA, LM = PL + SL, Risk = LEF x LM. */
    @Test
    void frequencyAndMagnitudeAreTheProductsAndSumsOfTheirFactors() {
        assertThat(TREE.lossEventFrequency()).isCloseTo(7 * 0.5 * 0.1, within(1e-12));
        assertThat(TREE.lossMagnitude())
                .isCloseTo(Lognormal.ofInterval90(1e4, 1e5).mean() + 2e5, within(1e-6));
        assertThat(TREE.annualLoss()).isCloseTo(TREE.lossEventFrequency() * TREE.lossMagnitude(), within(1e-9));
    }

    @Test
    void itsScenariosLoseAsMuchAsTheTree() {
        var scenarios = TREE.scenarios("theft");

        assertThat(scenarios).extracting(LossScenario::id).containsExactly("theft", "theft with secondary loss");
        assertThat(LossCurve.of(scenarios).annualLoss()).isCloseTo(TREE.annualLoss(), within(1e-6 * TREE.annualLoss()));
    }

    @Test
    void whatCannotHappenIsNoScenario() {
        assertThat(new FairTree(new Fixed(3), 0, 1, new Fixed(5), Optional.empty()).scenarios("x"))
                .isEmpty();
        assertThat(new FairTree(new Fixed(3), 1, 1, new Fixed(0), Optional.empty()).scenarios("x"))
                .isEmpty();
    }

    /** Against equally distributed strength half of the attacks succeed; the closed form for two uniform numbers is the area of a triangle. */
    @Test
    void vulnerabilityIsTheProbabilityThatCapabilityExceedsStrength() {
        var same = new Pert(0, 50, 100, 4, Pert.Shape.STANDARD);
        assertThat(FairTree.vulnerability(same, same)).isCloseTo(0.5, within(1e-6));
        assertThat(FairTree.vulnerability(new Fixed(60), new Fixed(50))).isEqualTo(1);
        assertThat(FairTree.vulnerability(new Fixed(50), new Fixed(50))).isZero();
        assertThat(FairTree.vulnerability(new Fixed(50), new Fixed(60))).isZero();
        var flat = new Pert(0, 50, 100, 0.01, Pert.Shape.STANDARD);
        var lower = new Pert(0, 25, 50, 0.01, Pert.Shape.STANDARD);
        assertThat(FairTree.vulnerability(flat, lower)).isCloseTo(0.75, within(0.002));
    }

    @Test
    void probabilitiesAboveOneAreRefused() {
        assertThatThrownBy(() -> new FairTree(new Fixed(1), 1.1, 0.5, new Fixed(1), Optional.empty()))
                .hasMessageContaining("probability of action");
        assertThatThrownBy(() -> new FairTree(new Fixed(1), 1, -0.5, new Fixed(1), Optional.empty()))
                .hasMessageContaining("vulnerability");
        assertThatThrownBy(() -> new FairTree.Secondary(2, new Fixed(1))).hasMessageContaining("secondary");
    }
}
