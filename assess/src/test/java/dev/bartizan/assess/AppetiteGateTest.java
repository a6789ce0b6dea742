package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is held against what is borne in money only where all that counts stands on figures of the owner. */
class AppetiteGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Gate GATE = new Gate(Set.of(Gate.Trigger.APPETITE), false);

    /** One event in {@code years} years, each of 20 million to the cent. */
    private static final String FIGURES = """
              figures:
                - frequency: {low: %s, mode: %s, high: %s}
                  loss: {low: 20000000, mode: 20000000, high: 20000000}
                  source: incident register
                  date: 2026-10-01
            """;

    private static final String APPETITE = """
              appetite: {curve: [{loss: 10000000, probability: 0.04}]}
            """;

    @TempDir
    Path folder;

    private Snapshot assess(String risk) throws IOException {
        Files.writeString(folder.resolve("agent.yaml"), WeakServer.manifest(true));
        Files.writeString(
                folder.resolve("bartizan.yaml"),
                "version: 1\ncomplete: [cluster]\n" + (risk.isEmpty() ? "" : "risk:\n" + risk));
        return AssessAnalysis.run(AssessQuestion.of(List.of(folder), DAY), InputStream.nullInputStream())
                .snapshot();
    }

    /** How often each risk happens so that one of them happens in a year with this probability. */
    private String each(double probability, double wide) throws IOException {
        List<Risk> risks = assess("").risks().orElseThrow().risks().stream()
                .filter(Risk::confirmed)
                .toList();
        double controlled = risks.stream()
                .mapToDouble(
                        risk -> risk.residual().frequency() / risk.inherent().frequency())
                .sum();
        double frequency = -Math.log1p(-probability) / controlled;
        return FIGURES.formatted(frequency / wide, frequency, frequency * wide);
    }

    @Test
    void calibratedMoneyFailsWithTheProbabilityBeforeAndAfter() throws IOException {
        Snapshot before = assess(APPETITE + each(0.031, 1));
        Snapshot now = assess(APPETITE + each(0.044, 1));

        assertThat(GATE.judge(before, Optional.empty()).passed()).isTrue();
        assertThat(GATE.judge(now, Optional.of(Comparison.of(before, now))))
                .isEqualTo(new Gate.Verdict(
                        List.of("P(loss > 10 M) goes from 3.1 % to 4.4 %, appetite is 4.0 %"), List.of()));
        assertThat(GATE.judge(now, Optional.empty()).reasons())
                .containsExactly("P(loss > 10 M) is 4.4 %, appetite is 4.0 %");
    }

    @Test
    void aBandOnBothSidesWarns() throws IOException {
        Gate.Verdict verdict = GATE.judge(assess(APPETITE + each(0.026, 5)), Optional.empty());
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.warnings()).singleElement().asString().contains("appetite is 4.0 %", "lies on both sides");
    }

    /** The class that is calibrated is enough to fail; one that is not enough says nothing of the rest. */
    @Test
    void aCalibratedClassAloneMayBeTooMuch() throws IOException {
        String threat = assess("").risks().orElseThrow().risks().getFirst().threat();
        String figures = each(0.9, 1).replace("- frequency", "- threats: [" + threat + "]\n      frequency");
        assertThat(GATE.judge(assess(APPETITE + figures), Optional.empty()).reasons())
                .singleElement()
                .asString()
                .contains("by those risks alone that stand on your own figures, appetite is 4.0 %");
        String few = each(0.0001, 1).replace("- frequency", "- threats: [" + threat + "]\n      frequency");
        assertThat(GATE.judge(assess(APPETITE + few), Optional.empty()).passed())
                .isTrue();
    }

    @Test
    void placeholdersWarnWithoutDigitsOfTheirs() throws IOException {
        Gate.Verdict verdict =
                GATE.judge(assess("  appetite: {curve: [{loss: 1000, probability: 0.001}]}\n"), Optional.empty());
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.warnings())
                .singleElement()
                .asString()
                .startsWith("P(loss > 1 k) may be more than the appetite of 0.1 %; figures are placeholders");
    }

    @Test
    void withoutAnAppetiteThereIsNothingToPass() throws IOException {
        assertThat(GATE.judge(assess(""), Optional.empty()).reasons())
                .singleElement()
                .asString()
                .startsWith("no appetite is stated");
    }
}
