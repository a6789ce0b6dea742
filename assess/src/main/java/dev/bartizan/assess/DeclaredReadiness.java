package dev.bartizan.assess;

import dev.bartizan.graph.ReadinessFacts.Acceptance;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.Vouched;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Declarations;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.ReadinessCatalogue;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.risk.ReadinessQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@code bartizan.yaml} and stored assessments say about readiness, as its analysis takes it: the modules do not know each other. */
final class DeclaredReadiness {
    private static final int MOST_CHANGES = 20;

    private DeclaredReadiness() {}

    /** @param snapshot with all facts that readiness is answered from */
    static ReadinessQuestion question(
            ThreatCatalogue threats, Checks checks, Ingested ingested, AssessQuestion question, Snapshot snapshot) {
        return new ReadinessQuestion(
                ReadinessCatalogue.load(threats, checks),
                threats,
                words(ingested.declarations()),
                question.asOf(),
                question.stored(),
                changes(snapshot, question.stored()));
    }

    private static Words words(Declarations declarations) {
        List<Vouched> controls = declarations.attestations().stream()
                .filter(Declarations.AttestedControl::holds)
                .map(one -> new Vouched(one.control(), one.assets(), one.evidence(), one.date(), one.location()))
                .toList();
        Stream<Acceptance> findings = declarations.exceptions().stream()
                .map(one -> new Acceptance(one.rule(), one.by(), one.expires(), one.location()));
        Stream<Acceptance> risks = declarations.risk().acceptances().stream()
                .map(one -> new Acceptance(one.threat(), one.owner(), one.expires(), one.location()));
        return new Words(
                declarations.readiness(),
                controls,
                Stream.concat(findings, risks).toList(),
                declarations.risk());
    }

    /** What calls for another look since the newest of these: controls that held wherever they applied and do no longer, and new ways between zones. */
    static List<Change> changes(Snapshot now, List<Snapshot> stored) {
        return stored.stream()
                .max(Comparator.comparing(old -> old.input().asOf()))
                .filter(old -> old.controls().isPresent() && old.connectivity().isPresent())
                .map(old -> changes(MaterialFacts.of(old, Set.of()), MaterialFacts.of(now, Set.of())))
                .orElse(List.of());
    }

    private static List<Change> changes(MaterialFacts old, MaterialFacts now) {
        var changes = new ArrayList<Change>();
        for (String control : less(old.controls(), now.controls())) {
            changes.add(new Change(
                    Change.Kind.LOST_CONTROL,
                    control.substring(0, control.indexOf(' ')),
                    control + ": it held wherever it applied, and does no longer"));
        }
        SortedSet<String> crossings = less(now.crossings(), old.crossings());
        crossings.stream()
                .limit(MOST_CHANGES)
                .forEach(way -> changes.add(new Change(Change.Kind.NEW_CROSSING, way, "a new way: " + way)));
        if (crossings.size() > MOST_CHANGES) {
            changes.add(new Change(
                    Change.Kind.NEW_CROSSING,
                    "more",
                    crossings.size() - MOST_CHANGES + " more new ways between zones"));
        }
        return changes;
    }

    private static SortedSet<String> less(SortedSet<String> some, SortedSet<String> others) {
        var less = new TreeSet<>(some);
        less.removeAll(others);
        return less;
    }
}
