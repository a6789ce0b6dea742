package dev.bartizan.threats;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the baseline established, by check and asset. */
final class CheckResults {
    private final Map<String, CheckResult> results = new HashMap<>();
    /** By check and asset. */
    private final Map<String, Map<String, List<Finding.Member>>> members = new HashMap<>();

    private final Map<String, List<String>> checksOf = new HashMap<>();

    /** One check about one asset. */
    enum State {
        FAILED,
        UNDECIDED,
        PASSED,
        NOT_APPLICABLE
    }

    CheckResults(Optional<ControlFacts> facts, Checks checks) {
        facts.ifPresent(known -> {
            known.checks().forEach(result -> results.put(result.check(), result));
            for (Finding finding : known.findings()) {
                for (Finding.Member member : finding.members()) {
                    members.computeIfAbsent(member.rule(), rule -> new HashMap<>())
                            .computeIfAbsent(member.asset(), asset -> new ArrayList<>(1))
                            .add(member);
                }
            }
        });
        for (Check check : checks.all()) {
            check.controls()
                    .forEach(control -> checksOf.computeIfAbsent(control, key -> new ArrayList<>())
                            .add(check.id()));
        }
    }

    /** Those that give evidence for a control. */
    List<String> checksOf(String control) {
        return checksOf.getOrDefault(control, List.of());
    }

    /** Whether it was asked at all. */
    boolean ran(String check) {
        return results.containsKey(check);
    }

    /** What a check said; empty when it did not run. */
    Optional<CheckResult> of(String check) {
        return Optional.ofNullable(results.get(check));
    }

    State state(String check, int asset) {
        CheckResult result = results.get(check);
        if (result == null) {
            return State.NOT_APPLICABLE;
        }
        return result.failed().get(asset)
                ? State.FAILED
                : result.undecided().get(asset)
                        ? State.UNDECIDED
                        : result.passed().get(asset) ? State.PASSED : State.NOT_APPLICABLE;
    }

    /** What it saw. */
    List<Evidence> evidence(String check, String asset) {
        return members.getOrDefault(check, Map.of()).getOrDefault(asset, List.of()).stream()
                .map(member -> new Evidence(check + ": " + member.statement(), member.location()))
                .toList();
    }

    String title(String check) {
        return Optional.ofNullable(results.get(check)).map(CheckResult::title).orElse(check);
    }
}
