package dev.bartizan.threats;

import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Incident;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiles the conditions of somebody's own threats and incidents: those of a release are right, these may be anything.
 *
 * @param catalogue without the entries that do not compile
 */
record OwnConditions(ThreatCatalogue catalogue, List<Problem> problems) {
    static OwnConditions of(ThreatCatalogue catalogue, Checks checks, Conditions conditions) {
        var problems = new ArrayList<Problem>();
        Set<String> wrong = new TreeSet<>();
        for (Threat threat : catalogue.threats().values()) {
            if (catalogue.isOwn(threat.id())) {
                var found =
                        new ArrayList<>(conditions.problems(threat.when(), threat.isAboutLinks(), threat.location()));
                found.addAll(unknown(threat, checks));
                keep(threat.id(), found, wrong, problems);
            }
        }
        for (Incident incident : catalogue.incidents().values()) {
            if (catalogue.isOwn(incident.id())) {
                incident.steps()
                        .forEach(step -> keep(
                                incident.id(),
                                conditions.problems(step.when(), false, step.location()),
                                wrong,
                                problems));
            }
        }
        return new OwnConditions(wrong.isEmpty() ? catalogue : catalogue.without(wrong), problems);
    }

    private static List<Problem> unknown(Threat threat, Checks checks) {
        return threat.checkedBy().stream()
                .filter(check -> checks.check(check).isEmpty())
                .map(check -> Problem.error(
                        "unknown-word",
                        "'" + check + "' is no check.",
                        "bartizan's guide lists the checks with their ids",
                        threat.location()))
                .toList();
    }

    private static void keep(String id, List<Problem> found, Set<String> wrong, List<Problem> problems) {
        if (!found.isEmpty()) {
            wrong.add(id);
            problems.addAll(found);
        }
    }
}
