package dev.bartizan.report.sarif;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes what a reader of the results has to know about them: problems of the input, and what is left out. */
final class Notifications {
    private final JsonOutput json;
    private final Places places;

    Notifications(JsonOutput json, Places places) {
        this.json = json;
        this.places = places;
    }

    void baselineDidNotRun() {
        own("baseline-not-run", "warning", "The baseline did not run: that there are no results means nothing.");
    }

    /** @param leftOut worst first */
    void leftOut(List<Finding> leftOut, int all) {
        if (leftOut.isEmpty()) {
            return;
        }
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        leftOut.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        var words = new ArrayList<String>();
        counts.forEach((severity, count) -> words.addFirst(count + " " + severity.word()));
        own(
                "results-left-out",
                "note",
                "The " + (all - leftOut.size()) + " worst of " + all + " findings are shown; left out are "
                        + String.join(", ", words) + ". assessment.json has all.");
    }

    void problems(List<Problem> problems, int most) {
        // Stable: of one level they stay sorted by place.
        problems.stream()
                .sorted(Comparator.comparing(Problem::level))
                .limit(most)
                .forEach(this::problem);
        if (problems.size() > most) {
            own(
                    "problems-left-out",
                    "note",
                    "The " + most + " worst of " + problems.size() + " problems are shown. assessment.json has all.");
        }
    }

    private void problem(Problem problem) {
        start(
                problem.code(),
                Level.of(problem.level()),
                problem.message() + (problem.remedy().isEmpty() ? "" : " (" + problem.remedy() + ")"));
        problem.location().ifPresent(location -> {
            json.array("locations").object();
            places.physical(location);
            json.end().end();
        });
        json.end();
    }

    private void own(String id, String level, String text) {
        start(id, level, text);
        json.end();
    }

    private void start(String id, String level, String text) {
        json.object().object("descriptor").text("id", id).end().text("level", level);
        Message.write(json, "message", text);
    }
}
