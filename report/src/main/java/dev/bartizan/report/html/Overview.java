package dev.bartizan.report.html;

import dev.bartizan.graph.Cause;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.headline.Headlines;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.JsonOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The numbers of the first page, over everything, also over what the report has no room for. */
final class Overview {
    private static final int WORST = 10;
    private static final int QUESTIONS = 3;
    private static final int MAX_CAUSES = 12;
    private static final List<Severity> SEVERITIES = List.of(Severity.values()).reversed();

    private final Snapshot snapshot;
    private final SortedMap<String, Waiver> waivers;
    private final List<Finding> inForce;

    Overview(Snapshot snapshot, SortedMap<String, Waiver> waivers) {
        this.snapshot = snapshot;
        this.waivers = waivers;
        this.inForce = snapshot.controls().map(ControlFacts::findings).orElse(List.of()).stream()
                .filter(finding -> !waivers.containsKey(finding.id()))
                .toList();
    }

    byte[] of(Optional<Comparison> comparison, HtmlOptions options, SortedMap<String, Integer> omitted) {
        return Island.json(json -> {
            json.object()
                    .text("name", Texts.clip(snapshot.platform().name(), 120))
                    .text("asOf", snapshot.input().asOf().toString())
                    .text("version", options.version())
                    .flag("assessed", snapshot.controls().isPresent())
                    .flag("network", snapshot.connectivity().isPresent())
                    .texts(
                            "notAnalysed",
                            snapshot.notAnalysed().stream().map(Analysis::word).toList());
            snapshot.threats()
                    .ifPresent(facts -> json.number(
                            "threatCount",
                            facts.scenarios().stream()
                                    .filter(scenario -> scenario.truth().isConfirmed())
                                    .count()));
            new PlatformOverview(snapshot).write(json);
            headlines(json);
            findings(json);
            causes(json);
            worst(json);
            questions(json);
            comparison.ifPresent(change -> ChangeOverview.write(json, change));
            PlatformOverview.counts(json, "omitted", omitted);
            json.end();
        });
    }

    private void headlines(JsonOutput json) {
        json.array("headlines");
        Headlines.of(snapshot)
                .forEach(headline -> json.object()
                        .text("topic", headline.topic().word())
                        .text("figure", headline.figure())
                        .text("label", headline.label())
                        .text("statement", Texts.clip(headline.statement(), 300))
                        .number("part", headline.part())
                        .number("whole", headline.whole())
                        .flag("good", headline.topic().isGood())
                        .end());
        json.end();
    }

    private void findings(JsonOutput json) {
        json.object("findings")
                .number("inForce", inForce.size())
                .number("waived", waivers.size())
                .number(
                        "confirmed",
                        inForce.stream()
                                .filter(finding -> finding.truth().isConfirmed())
                                .count())
                .number(
                        "observations",
                        inForce.stream()
                                .mapToInt(finding -> finding.members().size())
                                .sum());
        matrix(json, "matrix", finding -> finding.truth().isConfirmed());
        matrix(json, "undecided", finding -> !finding.truth().isConfirmed());
        json.end();
    }

    /** Rows are severities, worst first; columns are layers. */
    private void matrix(JsonOutput json, String name, Predicate<Finding> counted) {
        var cells = new int[Severity.values().length][Layer.values().length];
        inForce.stream()
                .filter(counted)
                .forEach(finding ->
                        cells[finding.severity().ordinal()][finding.layer().ordinal()]++);
        json.array(name);
        for (Severity severity : SEVERITIES) {
            json.array();
            for (int cell : cells[severity.ordinal()]) {
                json.number(cell);
            }
            json.end();
        }
        json.end();
    }

    private void causes(JsonOutput json) {
        List<Cause> causes =
                Cause.of(inForce, snapshot.controls().map(ControlFacts::checks).orElse(List.of()));
        json.number("causeCount", causes.size()).array("causes");
        causes.stream()
                .limit(MAX_CAUSES)
                .forEach(cause -> json.object()
                        .text("rule", Texts.clip(cause.rule(), 200))
                        .text("title", Texts.clip(cause.title(), 300))
                        .text("severity", cause.severity().word())
                        .number("members", cause.members())
                        .number("findings", cause.findings())
                        .end());
        json.end();
    }

    private void worst(JsonOutput json) {
        json.array("worst");
        inForce.stream()
                .sorted(Selection.WORST_FIRST)
                .limit(WORST)
                .forEach(finding -> json.object()
                        .text("id", Texts.clip(finding.id(), 80))
                        .text("severity", finding.severity().word())
                        .flag("undecided", !finding.truth().isConfirmed())
                        .text("title", Texts.clip(finding.title(), 300))
                        .text("asset", Texts.clip(finding.asset(), 400))
                        .text(
                                "at",
                                Texts.clip(finding.location().file(), 400) + ":"
                                        + finding.location().line())
                        .end());
        json.end();
    }

    private void questions(JsonOutput json) {
        List<Question> questions =
                snapshot.controls().map(ControlFacts::questions).orElse(List.of());
        json.number(
                        "checkCount",
                        snapshot.controls()
                                .map(ControlFacts::checks)
                                .orElse(List.of())
                                .size())
                .number("questionCount", questions.size())
                .array("questions");
        questions.stream()
                .sorted(Comparator.comparingInt(
                                (Question question) -> question.settles().size())
                        .reversed())
                .limit(QUESTIONS)
                .forEach(question -> json.object()
                        .text("text", Texts.clip(question.text(), 400))
                        .text("place", Texts.clip(question.place(), 200))
                        .number("count", question.settles().size())
                        .end());
        json.end();
    }
}
