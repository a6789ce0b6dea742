package dev.bartizan.ingest;

import dev.bartizan.graph.Input;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Trees;
import dev.bartizan.source.Problem;
import java.util.List;

/**
 * The platform as it was read.
 *
 * @param objects how many Kubernetes objects were read, copies counted
 * @param declarations what {@code bartizan.yaml} says to the analyses
 * @param problems those of reading included, sorted by place
 */
public record Ingested(
        Input input, Platform platform, Trees trees, int objects, Declarations declarations, List<Problem> problems) {
    public Ingested {
        problems = problems.stream().sorted().toList();
    }
}
