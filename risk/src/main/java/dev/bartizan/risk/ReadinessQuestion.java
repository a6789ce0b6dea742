package dev.bartizan.risk;

import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.ReadinessCatalogue;
import dev.bartizan.knowledge.ThreatCatalogue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is asked about readiness.
 *
 * @param threats which threats there are, for what they can be about
 * @param words what people said
 * @param asOf the day of the scorecard
 * @param stored earlier assessments; what they hold of readiness is the trend
 * @param changes since the newest of them that call for another look
 */
public record ReadinessQuestion(
        ReadinessCatalogue catalogue,
        ThreatCatalogue threats,
        Words words,
        LocalDate asOf,
        List<Snapshot> stored,
        List<Change> changes) {
    public ReadinessQuestion {
        stored = stored.stream()
                .sorted(Comparator.comparing(snapshot -> snapshot.input().asOf()))
                .toList();
        changes = List.copyOf(changes);
    }
}
