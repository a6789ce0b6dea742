package dev.bartizan.assess;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.ReadinessCatalogue;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.risk.ReadinessAnalysis;
import dev.bartizan.risk.ReadinessQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How ready a platform is that was assessed before: what was measured stays, what was to be reviewed since may be late. */
public final class StoredReadiness {
    private StoredReadiness() {}

    /**
     * Empty when the assessment does not hold it.
     *
     * @param asOf the day of the scorecard
     * @param stored other assessments; those that are not older do not count
     */
    public static Optional<ReadinessFacts> of(Snapshot snapshot, LocalDate asOf, List<Snapshot> stored) {
        return snapshot.readiness().map(facts -> {
            List<Snapshot> older = stored.stream()
                    .filter(old -> old.input().asOf().isBefore(snapshot.input().asOf()))
                    .toList();
            DeclaredThreats.Knowledge knowledge = DeclaredThreats.Knowledge.load();
            ThreatCatalogue threats = knowledge.catalogue();
            return ReadinessAnalysis.aged(
                    snapshot,
                    facts,
                    new ReadinessQuestion(
                            ReadinessCatalogue.load(threats, Checks.load()),
                            threats,
                            Words.NONE,
                            asOf,
                            older,
                            DeclaredReadiness.changes(snapshot, older)));
        });
    }
}
