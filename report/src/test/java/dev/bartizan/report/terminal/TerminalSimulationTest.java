package dev.bartizan.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.RiskFacts.Simulated.Held;
import dev.bartizan.report.risk.ExampleRisks;
import dev.bartizan.report.risk.SimulationForm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalSimulationTest {
    private static final List<Held> AMOUNTS = List.of(
            new Held(1_000, 0.5, 0.49, 0.51, 0.501, 0.001),
            new Held(2_000, 0.1, 0.09, 0.11, 0.095, 0.001),
            new Held(ExampleRisks.AMOUNT, 0.01, 0.009, 0.011, 0.03, 0.001));

    private static Simulated simulated(double correlation) {
        return new Simulated(3, 200_000, 1, correlation, 4_000, 4_100, 50, AMOUNTS);
    }

    private static String shown(boolean isCalibrated, double correlation) {
        return String.join(
                "\n", TerminalSimulation.of(ExampleRisks.facts(isCalibrated, ""), simulated(correlation), Style.PLAIN));
    }

    @Test
    void whatIsNotCalibratedIsToldInMultiples() {
        assertThat(shown(false, 0))
                .contains(
                        "millions",
                        "1.002",
                        "3.000",
                        "with its bounds",
                        "2 of 3 simulated probabilities",
                        "1 within two",
                        "1 more")
                .doesNotContain(" %", "3.1 M", "2 k");
        assertThat(shown(true, 0)).contains("3.1 M", "1.0 %", "3.0 %");
    }

    @Test
    void whatGoesTogetherIsNotSaidToAgree() {
        assertThat(shown(true, 0.4))
                .contains("a correlation of 0.4", "independent scenarios only")
                .doesNotContain("agree", "with its bounds");
        assertThat(SimulationForm.table("EUR", simulated(0.4)).csv())
                .doesNotContain("yes")
                .contains(",0.4,1\n");
        assertThat(json(0.4)).doesNotContain("agree");
    }

    @Test
    void filesHoldFigures() {
        assertThat(SimulationForm.table("EUR", simulated(0)).csv())
                .contains("3141593,0.0100000,0.0090000,0.0110000,0.0300000,0.0010000,no,200000,0.0,1\n");
        assertThat(json(0))
                .contains("\"withinErrors\":1,\"agreeing\":2", "\"loss\":3141593.0", "\"agrees\":false")
                .isEqualTo(json(0));
    }

    private static String json(double correlation) {
        var out = new ByteArrayOutputStream();
        SimulationForm.json("EUR", simulated(correlation), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
