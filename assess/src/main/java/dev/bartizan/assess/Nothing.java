package dev.bartizan.assess;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The snapshot of an input of which nothing could be read. */
final class Nothing {
    private Nothing() {}

    static Snapshot read(LocalDate asOf, List<Problem> problems) {
        return Snapshot.of(
                new Input(asOf, new TreeMap<>(), new TreeMap<>(), List.of()),
                new Platform("", List.of(), List.of(), new TreeMap<>(), Completeness.NONE),
                Trees.NONE,
                problems);
    }
}
