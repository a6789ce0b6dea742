package dev.bartizan.threats;

import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/** @param problems attestations that evidence contradicts, or that name no control */
public record ThreatAnswer(ThreatFacts facts, List<Problem> problems) {
    public ThreatAnswer {
        problems = List.copyOf(problems);
    }
}
