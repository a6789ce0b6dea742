package dev.bartizan.risk;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/**
 * How ready the platform is.
 *
 * @param problems with what people said
 */
public record ReadinessAnswer(ReadinessFacts facts, List<Problem> problems) {
    public ReadinessAnswer {
        problems = List.copyOf(problems);
    }
}
