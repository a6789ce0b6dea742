package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/** @param problems attestations that evidence contradicts, and words about controls that contradict each other or nobody knows */
public record ThreatAnswer(
        ThreatFacts threats,
        IncidentFacts incidents,
        AttackPathFacts attackPaths,
        SafeguardFacts safeguards,
        List<Problem> problems) {
    public ThreatAnswer {
        problems = List.copyOf(problems);
    }
}
