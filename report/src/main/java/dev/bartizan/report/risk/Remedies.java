package dev.bartizan.report.risk;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How what mitigations mend is mended: the remedies of their findings, and the lines that they are about. */
public final class Remedies {
    private final Map<String, Finding> findings = new HashMap<>();

    private Remedies(Snapshot snapshot) {
        snapshot.controls()
                .map(ControlFacts::findings)
                .orElse(List.of())
                .forEach(finding -> findings.put(finding.id(), finding));
    }

    public static Remedies of(Snapshot snapshot) {
        return new Remedies(snapshot);
    }

    /** What to do, a text each, without repetition. */
    public List<String> of(Mitigation mitigation) {
        return findings(mitigation).stream()
                .map(Finding::remedy)
                .filter(remedy -> !remedy.isBlank())
                .distinct()
                .toList();
    }

    /** Where it is seen: {@code deploy/vllm.yaml:12}. */
    public List<String> places(Mitigation mitigation) {
        return findings(mitigation).stream()
                .map(finding ->
                        finding.location().file() + ":" + finding.location().line())
                .distinct()
                .toList();
    }

    private List<Finding> findings(Mitigation mitigation) {
        return mitigation.findings().stream()
                .flatMap(id -> Optional.ofNullable(findings.get(id)).stream())
                .toList();
    }
}
