package dev.bartizan.baseline;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.source.Problem;
import java.util.List;

/**
 * What the baseline checks established.
 *
 * @param problems with the settings: unknown parameters, exceptions that expired or match nothing
 */
public record BaselineAnswer(ControlFacts facts, List<Problem> problems) {
    public BaselineAnswer {
        problems = List.copyOf(problems);
    }
}
