package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted.Standing;
import dev.bartizan.graph.RiskFacts.AppetiteResult.Verdict;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.graph.Severity;
import dev.bartizan.risk.Budget;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.risk.RiskQuestion;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

    /** No two mitigations that fit into the budget leave less than those that are chosen. */
    @Test
    void aBudgetBuysWhatLeavesLeast() throws IOException {
        AssessAnswer answer = assess("");
        RiskQuestion question = answer.risks().orElseThrow();
        List<Mitigation> backlog = answer.snapshot().risks().orElseThrow().backlog();
        Budget bought = Budget.of(answer.snapshot(), question, backlog, backlog, 4);
        assertThat(bought.effort()).isLessThanOrEqualTo(4);
        double left = left(answer, bought.chosen());
        assertThat(left).isCloseTo(left(answer, List.of()) - bought.avoided(), withPercentage(1e-6));
        for (int one = 0; one < 4; one++) {
            for (int other = one + 1; other < 4; other++) {
                List<Mitigation> pair = List.of(backlog.get(one), backlog.get(other));
                if (pair.stream().mapToInt(Mitigation::effort).sum() <= 4) {
                    assertThat(left(answer, pair)).isGreaterThanOrEqualTo(left * (1 - 1e-9));
                }
            }
        }
        assertThat(bought.note()).contains(bought.isExact() ? "no other choice" : "at most");
    }

    private static double left(AssessAnswer answer, List<Mitigation> done) {
        Set<String> fixes = new HashSet<>();
        done.forEach(one -> fixes.addAll(one.fixes()));
        return sum(
                RiskAnalysis.run(answer.snapshot(), answer.risks().orElseThrow().after(fixes))
                        .facts());
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
                        "6 Low, mode and high rise from 0.",
                        "7 Low, mode and high rise from 0.",
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

    @Test
    void risksAreRankedByTheMethodThatIsChosen() throws IOException {
        assertThat(risks("").risks()).noneMatch(risk -> risk.rating().isPresent());
        List<Risk> byNist = risks("method: sp800-30").risks();
        assertThat(byNist).allMatch(risk -> risk.rating().orElseThrow().method() == Method.SP800_30);
        assertThat(byNist.stream()
                        .filter(Risk::confirmed)
                        .map(risk -> risk.rating().orElseThrow().value()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        Risk last = risks("").risks().stream()
                .filter(Risk::confirmed)
                .reduce((one, later) -> later)
                .orElseThrow();
        Risk first = worst(risks("""
                method: cvss
                ratings:
                  - {threats: [%s], vector: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", source: us, date: 2026-10-01}
                """.formatted(last.threat())));
        assertThat(first.threat()).isEqualTo(last.threat());
        assertThat(first.rating().orElseThrow().isOwn()).isTrue();
        assertThat(first.rating().orElseThrow().basis()).startsWith("CVSS-BE ");
    }

    @Test
    void factorsOfFairMakeFrequencyAndLoss() throws IOException {
        String threat = worst(risks("")).threat();
        RiskFacts facts = risks("""
                figures:
                  - threats: [%s]
                    factors:
                      contacts: {low: 5, mode: 5, high: 5}
                      action: 0.5
                      capability: {low: 1, mode: 2, high: 3}
                      strength: {low: 4, mode: 5, high: 6}
                      primary: {low: 100, high: 900}
                    source: register
                    date: 2026-10-01
                  - {threats: [TH-NONE], frequency: {low: 1, high: 4}, currency: USD, source: x, date: 2026-10-01}
                """.formatted(threat));
        Risk impossible = facts.risks().stream()
                .filter(risk -> risk.threat().equals(threat))
                .findFirst()
                .orElseThrow();
        assertThat(impossible.calibrated()).isTrue();
        assertThat(impossible.inherent().frequency()).isZero();
        Risk likely = risks("""
                figures:
                  - threats: [%s]
                    factors:
                      contacts: {low: 5, mode: 5, high: 5}
                      action: 0.5
                      vulnerability: 0.4
                      primary: {low: 1000, mode: 1000, high: 1000}
                      secondary: {probability: 0.1, loss: {low: 5000, mode: 5000, high: 5000}}
                    source: register
                    date: 2026-10-01
                """.formatted(threat)).risks().stream()
                .filter(risk -> risk.threat().equals(threat))
                .findFirst()
                .orElseThrow();
        assertThat(likely.inherent().annual()).isCloseTo(5 * 0.5 * 0.4 * 1500, withPercentage(1e-9));
    }

    @Test
    void badMethodsRatingsAndMoneyAreToldAtTheirLine() throws IOException {
        assertThat(assess("""
                        method: gut-feeling
                        """).snapshot().problems()).anySatisfy(problem -> {
            assertThat(problem.location().orElseThrow().line()).isEqualTo(4);
            assertThat(problem.remedy()).contains("fair, owasp, sp800-30, cvss");
        });
        assertThat(assess("""
                        figures:
                          - {frequency: {low: 0, high: 4}, source: x, date: 2026-10-01}
                          - {frequency: {low: 1, mode: 2, high: 4, shape: lognormal}, source: x, date: 2026-10-01}
                          - {frequency: {low: 1, high: 4, shape: pert}, source: x, date: 2026-10-01}
                          - {factors: {contacts: {low: 1, high: 4}, action: 1.5, vulnerability: 1, primary: {low: 1, high: 4}}, source: x, date: 2026-10-01}
                        """).snapshot().problems())
                .filteredOn(problem -> problem.location().isPresent())
                .extracting(problem -> problem.location().orElseThrow().line() + " " + problem.message())
                .contains(
                        "5 Low and high of a lognormal figure rise and are above 0.",
                        "6 A lognormal figure is low and high alone: it has no mode.",
                        "7 A PERT figure needs a mode.",
                        "8 The probability action lies from 0 to 1.");
        assertThat(assess("""
                        figures:
                          - {frequency: {low: 1, high: 4}, currency: USD, source: x, date: 2026-10-01}
                        ratings:
                          - {vector: "AV:N/AC:L", source: x, date: 2026-10-01}
                          - {threats: [TH-X99], vector: "initiation:high/success:low/impact:low", source: x, date: 2026-10-01}
                        """).snapshot().problems())
                .filteredOn(problem -> problem.location().isPresent())
                .extracting(problem -> problem.location().orElseThrow().line() + " " + problem.message())
                .contains(
                        "5 These figures are in USD, the assessment is in EUR: they are left out.",
                        "7 By no method that is known a vector begins like this.",
                        "8 There is no threat TH-X99.");
    }

    @Test
    void whatIsAboveTheAppetiteIsDueSooner() throws IOException {
        Mitigation usual = grave(risks(""));
        Mitigation sooner =
                grave(risks("appetite: {curve: [{loss: 1000000000000, probability: 0.5}], critical: 0, high: 0}"));
        assertThat(sooner.id()).isEqualTo(usual.id());
        assertThat(DAY.until(sooner.due().orElseThrow(), ChronoUnit.DAYS))
                .isEqualTo((DAY.until(usual.due().orElseThrow(), ChronoUnit.DAYS) + 1) / 2);
    }

    private static Mitigation grave(RiskFacts facts) {
        return facts.backlog().stream()
                .filter(one -> one.severity().compareTo(Severity.HIGH) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** The same risk in one more place is another risk than the one that was accepted; a comment is not. */
    @Test
    void anEditOfThePlatformReopensAnAcceptance() throws IOException {
        Risk worst = worst(risks(""));
        String acceptance = "acceptances:\n  - {threat: " + worst.threat()
                + ", owner: Ada, reason: replaced in May, expires: 2027-05-31, state: " + worst.state() + "}\n";
        Files.writeString(folder.resolve("more.yaml"), "# Nothing but a remark.\n");
        assertThat(standing(acceptance, worst.threat())).isEqualTo(Standing.HOLDS);
        Files.writeString(
                folder.resolve("more.yaml"), WeakServer.manifest(true).replace("name: agent", "name: agent-two"));
        assertThat(standing(acceptance, worst.threat())).isEqualTo(Standing.REOPENED);
        assertThat(assess(acceptance).snapshot().problems())
                .extracting(Problem::code)
                .contains("acceptance-reopened");
    }
}
