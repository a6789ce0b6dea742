package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/**
 * What threats cost.
 *
 * @param problems of what the owner said about risk
 */
public record RiskAnswer(RiskFacts facts, List<Problem> problems) {
    public RiskAnswer {
        problems = List.copyOf(problems);
    }
}
