package dev.bartizan.report.handover;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.report.risk.Remedies;
import dev.bartizan.report.risk.RiskTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tracker is told of a mitigation, before it has a form. */
final class WorkItem {
    private static final int MOST_FIXES = 40;
    private static final int MOST_REMEDIES = 5;
    private static final int MOST_PLACES = 12;

    private WorkItem() {}

    /** On one line, cut where trackers cut titles. */
    static String title(Mitigation one, int most) {
        String line = one.title().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    /** Sentences, one a line. */
    static List<String> sentences(RiskFacts facts, Remedies remedies, Mitigation one) {
        Map<String, String> names = RiskTables.names(facts);
        var all = new ArrayList<String>();
        all.add("Severity " + one.severity().word() + ", effort " + one.effort() + " of 3"
                + one.due().map(day -> ", due " + day).orElse("") + ".");
        if (!one.owners().isEmpty()) {
            all.add("Owner: " + String.join(", ", one.owners()) + ".");
        }
        risks("Ends", one.closes(), names, all);
        risks("Lowers", one.lowers(), names, all);
        if (one.cutsPaths()) {
            all.add("It cuts attack paths to crown jewels.");
        }
        String needs = RiskTables.needs(facts, one);
        if (!needs.isEmpty()) {
            all.add("It ends more only together with the backlog's " + needs.replace(" ", ", ") + ".");
        }
        remedies.of(one).stream()
                .limit(MOST_REMEDIES)
                .map(remedy -> "What to do: " + remedy)
                .forEach(all::add);
        List<String> places = remedies.places(one);
        if (!places.isEmpty()) {
            all.add("Seen at "
                    + String.join(", ", places.stream().limit(MOST_PLACES).toList())
                    + (places.size() > MOST_PLACES ? " and " + (places.size() - MOST_PLACES) + " more places" : "")
                    + ".");
        }
        all.add("Done when these hold:");
        one.fixes().stream().limit(MOST_FIXES).map(fix -> "- " + fix).forEach(all::add);
        if (one.fixes().size() > MOST_FIXES) {
            all.add("- and " + (one.fixes().size() - MOST_FIXES) + " more");
        }
        all.add("Reference: " + one.id());
        return all.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
    }

    private static void risks(String verb, List<String> scenarios, Map<String, String> names, List<String> all) {
        if (!scenarios.isEmpty()) {
            all.add(verb + ": "
                    + String.join(
                            ", ",
                            scenarios.stream()
                                    .map(id -> names.getOrDefault(id, id))
                                    .sorted()
                                    .toList())
                    + ".");
        }
    }
}
