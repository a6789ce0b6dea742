package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted.Standing;
import dev.bartizan.graph.RiskFacts.AppetiteResult.Verdict;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risks of a platform with one weak server. */
class RiskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    private AssessAnswer assess(String risk) throws IOException {
        Files.writeString(folder.resolve("agent.yaml"), WeakServer.manifest(true), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("bartizan.yaml"),
                "version: 1\ncomplete: [cluster]\n" + (risk.isEmpty() ? "" : "risk:\n" + risk.indent(2)),
                StandardCharsets.UTF_8);
        return AssessAnalysis.run(AssessQuestion.of(List.of(folder), DAY), InputStream.nullInputStream());
    }

    private RiskFacts risks(String risk) throws IOException {
        return assess(risk).snapshot().risks().orElseThrow();
    }

    private static Risk worst(RiskFacts facts) {
        return facts.risks().getFirst();
    }

    @Test
    void withoutFiguresOfOnesOwnItIsAnOrderOfMagnitude() throws IOException {
        RiskFacts facts = risks("");
        assertThat(facts.risks()).isNotEmpty().noneMatch(Risk::calibrated);
        assertThat(facts.limits()).anySatisfy(limit -> assertThat(limit).contains("placeholders"));
        assertThat(facts.curves().orElseThrow().residual().expected())
                .isLessThanOrEqualTo(facts.curves().orElseThrow().inherent().expected());
    }

    @Test
    void ownFiguresReplacePlaceholders() throws IOException {
        String threat = worst(risks("")).threat();
        RiskFacts facts = risks("""
                figures:
                  - {threats: [%s], frequency: {low: 1, mode: 1, high: 1}, loss: {low: 1000, high: 4000}, source: register, date: 2026-10-01}
                """.formatted(threat));
        Risk own = facts.risks().stream()
                .filter(risk -> risk.threat().equals(threat))
                .findFirst()
                .orElseThrow();
        assertThat(own.calibrated()).isTrue();
        assertThat(own.inherent().frequency()).isEqualTo(1);
        assertThat(own.inherent().magnitude()).isBetween(2000.0, 2500.0);
    }

    @Test
    void doingTheWholeBacklogLeavesNothingThatIsReal() throws IOException {
        AssessAnswer answer = assess("");
        RiskFacts before = answer.snapshot().risks().orElseThrow();
        Set<String> all = new HashSet<>();
        before.backlog().forEach(mitigation -> all.addAll(mitigation.fixes()));
        RiskFacts after = RiskAnalysis.run(
                        answer.snapshot(), answer.risks().orElseThrow().after(all))
                .facts();
        assertThat(before.risks()).anyMatch(Risk::confirmed);
        assertThat(after.risks()).noneMatch(Risk::confirmed);
        assertThat(after.backlog()).isEmpty();
        assertThat(after.curves()).isEmpty();
    }

    @Test
    void whatTheFirstMitigationAvoidsIsGoneAfterIt() throws IOException {
        AssessAnswer answer = assess("");
        RiskFacts before = answer.snapshot().risks().orElseThrow();
        Mitigation first = before.backlog().getFirst();
        RiskFacts after = RiskAnalysis.run(
                        answer.snapshot(), answer.risks().orElseThrow().after(Set.copyOf(first.fixes())))
                .facts();
        double gone = sum(before) - sum(after);
        assertThat(first.with()).isEmpty();
        assertThat(gone).isCloseTo(first.avoided(), withPercentage(1e-6));
        assertThat(after.risks()).extracting(Risk::scenario).doesNotContainAnyElementsOf(first.closes());
    }

    private static double sum(RiskFacts facts) {
        return facts.risks().stream()
                .filter(Risk::confirmed)
                .mapToDouble(risk -> risk.residual().annual())
                .sum();
    }

    @Test
    void theBacklogCountsEachLossOnce() throws IOException {
        RiskFacts facts = risks("");
        double avoided =
                facts.backlog().stream().mapToDouble(Mitigation::avoided).sum();
        assertThat(avoided).isLessThanOrEqualTo(sum(facts) * (1 + 1e-9)).isPositive();
    }

    @Test
    void anAcceptanceHoldsUntilItsDayOrUntilTheRiskChanges() throws IOException {
        Risk worst = worst(risks(""));
        String acceptance = "acceptances:\n  - {threat: " + worst.threat()
                + ", owner: Ada, reason: replaced in May, expires: %s, state: %s}\n";
        assertThat(standing(acceptance.formatted("2027-05-31", worst.state()), worst.threat()))
                .isEqualTo(Standing.HOLDS);
        assertThat(standing(acceptance.formatted("2027-05-31", "0".repeat(32)), worst.threat()))
                .isEqualTo(Standing.REOPENED);
        assertThat(standing(acceptance.formatted("2026-05-31", worst.state()), worst.threat()))
                .isEqualTo(Standing.EXPIRED);
        assertThat(assess(acceptance.formatted("2026-05-31", worst.state()))
                        .snapshot()
                        .problems())
                .extracting(Problem::code)
                .contains("acceptance-expired");
    }

    private Standing standing(String acceptance, String threat) throws IOException {
        return risks(acceptance).risks().stream()
                .filter(risk -> risk.threat().equals(threat))
                .findFirst()
                .flatMap(Risk::acceptance)
                .orElseThrow()
                .standing();
    }

    @Test
    void appetiteIsHeldAgainstTheBand() throws IOException {
        assertThat(verdict("appetite: {curve: [{loss: 1000000000000, probability: 0.5}]}"))
                .isEqualTo(Verdict.MET);
        assertThat(verdict("appetite: {curve: [{loss: 1, probability: 0}]}")).isEqualTo(Verdict.EXCEEDED);
        assertThat(verdict("appetite: {curve: [{loss: 1000000000000, probability: 0.5}], critical: 0, high: 0}"))
                .isEqualTo(Verdict.EXCEEDED);
    }

    private Verdict verdict(String appetite) throws IOException {
        return risks(appetite).appetite().orElseThrow().verdict();
    }

    @Test
    void whatCannotBeMeantIsToldAtItsLine() throws IOException {
        var problems = assess("""
                        appetite: {curve: [{loss: 1000, probability: 0.1}, {loss: 2000, probability: 0.2}]}
                        figures:
                          - {threats: [TH-M19], frequency: {low: 3, mode: 1, high: 4}, source: x, date: 2026-01-01}
                          - {threats: [TH-M19], loss: {low: -1, high: 4}, source: x, date: 2026-01-01}
                        acceptances:
                          - {threat: TH-M19, owner: "", reason: x, expires: 2027-01-01}
                        """).snapshot().problems();
        assertThat(problems)
                .filteredOn(problem -> problem.location()
                        .filter(place -> place.file().endsWith("bartizan.yaml"))
                        .isPresent())
                .extracting(problem -> problem.location().orElseThrow().line() + " " + problem.message())
                .contains(
                        "4 A tolerance curve has growing losses and probabilities that do not grow.",
                        "6 A frequency has low, mode and high that rise from 0.",
                        "7 A loss has low and high that rise and are above 0.",
                        "9 An acceptance needs an owner and a reason.");
    }

    @Test
    void anUnknownThreatIsTold() throws IOException {
        assertThat(assess("acceptances: [{threat: TH-X99, owner: Ada, reason: x, expires: 2027-01-01}]")
                        .snapshot()
                        .problems())
                .extracting(Problem::message)
                .contains("There is no threat TH-X99.");
    }
}
