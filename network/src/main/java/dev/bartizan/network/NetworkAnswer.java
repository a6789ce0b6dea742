package dev.bartizan.network;

import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/** @param problems what is wrong with policies, and what was assumed instead */
public record NetworkAnswer(ReachabilityFacts facts, List<Problem> problems) {
    public NetworkAnswer {
        problems = List.copyOf(problems);
    }
}
