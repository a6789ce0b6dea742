package dev.bartizan.report.html;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is not a finding but decides how far findings can be trusted: problems, files set aside, open questions, coverage of the checks. */
final class InputIslands {
    private static final int BYTES = 250_000;

    private final Texts texts;
    private final Map<String, Integer> findings;
    private final Island problems = new Island("problems", BYTES);
    private final Island setAside = new Island("aside", BYTES);
    private final Island questions = new Island("questions", BYTES);
    private final Island checks = new Island("checks", BYTES);

    /** @param findings the embedded ones, by their ids */
    InputIslands(Texts texts, Snapshot snapshot, HtmlOptions options, Map<String, Integer> findings) {
        this.texts = texts;
        this.findings = findings;
        snapshot.problems().stream()
                .sorted(Comparator.comparing(Problem::level).thenComparing(Comparator.naturalOrder()))
                .forEach(problem -> problems.add(json -> write(json, problem)));
        snapshot.input().setAside().forEach(aside -> setAside.add(json -> write(json, aside)));
        snapshot.controls().map(ControlFacts::questions).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(
                                (Question question) -> question.settles().size())
                        .reversed())
                .forEach(question -> questions.add(json -> write(json, question)));
        snapshot.controls()
                .map(ControlFacts::checks)
                .orElse(List.of())
                .forEach(check -> checks.add(json -> write(json, check, options)));
    }

    List<Island> islands() {
        return List.of(problems, setAside, questions, checks);
    }

    Island problems() {
        return problems;
    }

    Island setAside() {
        return setAside;
    }

    Island questions() {
        return questions;
    }

    private void write(JsonOutput json, Problem problem) {
        json.object()
                .number("code", texts.index(problem.code()))
                .text("level", problem.level().name().toLowerCase(Locale.ROOT))
                .number("message", texts.index(problem.message()))
                .number("remedy", texts.index(problem.remedy()))
                .array("at");
        problem.location().ifPresent(place -> texts.place(json, place));
        json.end().end();
    }

    private void write(JsonOutput json, Input.SetAside aside) {
        json.object()
                .number("outcome", texts.index(aside.outcome()))
                .number("reason", texts.index(aside.reason()))
                .array("at");
        texts.place(json, aside.location());
        json.end().end();
    }

    private void write(JsonOutput json, Question question) {
        json.object()
                .text("id", Texts.clip(question.id(), 200))
                .text("place", Texts.clip(question.place(), 300))
                .text("text", Texts.clip(question.text(), 2_000))
                .text("answer", Texts.clip(question.answer(), 4_000))
                .number("count", question.settles().size())
                .array("settles");
        question.settles().stream()
                .flatMap(id -> Optional.ofNullable(findings.get(id)).stream())
                .forEach(json::number);
        json.end().end();
    }

    private void write(JsonOutput json, CheckResult check, HtmlOptions options) {
        json.object()
                .number("id", texts.index(check.check()))
                .number("title", texts.index(check.title()))
                .text("severity", check.severity().word())
                .number("applicable", check.applicable())
                .number("passed", check.passed().cardinality())
                .number("failed", check.failed().cardinality())
                .number("undecided", check.undecided().cardinality())
                .number("why", texts.index(options.explanations().getOrDefault(check.check(), "")))
                .end();
    }
}
