package dev.bartizan.report;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.report.safeguards.MatrixTable;
import dev.bartizan.report.terminal.Style;
import dev.bartizan.report.terminal.TerminalReadiness;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How ready a platform is, told in each form; the same facts give the same bytes. */
public record ReadinessView(ReadinessFacts facts) {
    /** Lines for a terminal, without control characters of the input. */
    public List<String> lines(boolean coloured) {
        return TerminalReadiness.of(facts, style(coloured));
    }

    /** The same of one question, with everything that was measured for it. */
    public List<String> lines(Answer answer, boolean coloured) {
        return TerminalReadiness.question(facts, answer, style(coloured));
    }

    private static Style style(boolean coloured) {
        return coloured ? Style.COLOUR : Style.PLAIN;
    }

    /** One JSON document with the key {@code readiness} as the assessment has it. */
    public String json() {
        var bytes = new ByteArrayOutputStream();
        SnapshotFile.writeReadiness(facts, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A row for each question of the platform, then one for each question of each team. */
    public String csv() {
        Stream<List<String>> platform = facts.answers().stream().map(ReadinessView::row);
        Stream<List<String>> teams =
                facts.teams().stream().flatMap(team -> facts.answers().stream().map(answer -> row(team, answer)));
        return new MatrixTable(
                        List.of(
                                "scope",
                                "domain",
                                "question",
                                "ask",
                                "level",
                                "reached",
                                "answered by",
                                "answered",
                                "missed reviews",
                                "next review",
                                "due now",
                                "next level needs",
                                "evidence",
                                "counterparts"),
                        Stream.concat(platform, teams).toList())
                .csv();
    }

    private static List<String> row(Answer answer) {
        return List.of(
                "platform",
                answer.domain(),
                answer.question(),
                answer.ask(),
                Integer.toString(answer.level()),
                Integer.toString(answer.reached()),
                answer.provenance().word(),
                answer.answered().map(Object::toString).orElse(""),
                Integer.toString(answer.missed()),
                answer.review().toString(),
                String.join("; ", answer.due()),
                answer.lift(),
                answer.evidence().stream()
                        .map(one -> one.statement() + " (" + one.location().file() + ":"
                                + one.location().line() + ")")
                        .collect(Collectors.joining("; ")),
                String.join(", ", answer.maps()));
    }

    private static List<String> row(Scorecard team, Answer answer) {
        return List.of(
                "team " + team.name(),
                answer.domain(),
                answer.question(),
                answer.ask(),
                level(team, answer),
                "",
                "",
                "",
                "",
                answer.review().toString(),
                "",
                "",
                "",
                "");
    }

    private static String level(Scorecard card, Answer answer) {
        return Integer.toString(card.levels().getOrDefault(answer.question(), 0));
    }

    /** A document of Markdown: domains, questions, teams, trend, and what it does not say. */
    public String markdown() {
        var text = new StringBuilder("# Readiness on " + facts.asOf() + "\n\n");
        text.append(score(facts.platform().score()))
                .append(" of ")
                .append(ReadinessFacts.HIGHEST)
                .append(", ")
                .append(facts.platform().confidence())
                .append(" % of it answered by machine.\n\n## Domains\n\n");
        text.append(new MatrixTable(
                        List.of("domain", "score", "by machine"),
                        facts.platform().domains().stream()
                                .map(one -> List.of(
                                        one.domain() + " " + one.title(), score(one.score()), one.confidence() + " %"))
                                .toList())
                .markdown());
        text.append("\n## Questions\n\n").append(questions().markdown());
        if (!facts.teams().isEmpty()) {
            text.append("\n## Teams\n\n")
                    .append(new MatrixTable(
                                    headings("team"),
                                    facts.teams().stream()
                                            .map(team -> card(team.name(), team))
                                            .toList())
                            .markdown());
        }
        if (!facts.history().isEmpty()) {
            text.append("\n## Trend\n\n")
                    .append(new MatrixTable(
                                    headings("day"),
                                    facts.history().stream()
                                            .map(point -> card(point.asOf().toString(), point.platform()))
                                            .toList())
                            .markdown());
        }
        text.append("\n## What this does not say\n\n");
        facts.limits().forEach(limit -> text.append("- ").append(limit).append('\n'));
        return text.toString();
    }

    private MatrixTable questions() {
        return new MatrixTable(
                List.of("question", "level", "answered by", "next review", "what lifts it"),
                facts.answers().stream()
                        .map(answer -> List.of(
                                answer.question() + " " + answer.ask(),
                                Integer.toString(answer.level()),
                                answer.provenance().word(),
                                answer.review()
                                        + (answer.due().isEmpty()
                                                ? ""
                                                : ", due now: " + String.join("; ", answer.due())),
                                answer.lift()))
                        .toList());
    }

    private List<String> headings(String first) {
        return Stream.concat(
                        Stream.of(first, "score", "by machine", "assets"),
                        facts.platform().domains().stream().map(DomainScore::domain))
                .toList();
    }

    private static List<String> card(String name, Scorecard card) {
        var row = new ArrayList<String>(
                List.of(name, score(card.score()), card.confidence() + " %", Integer.toString(card.assets())));
        card.domains().forEach(domain -> row.add(score(domain.score())));
        return row;
    }

    /** A score in levels: {@code 1.25}. */
    public static String score(int hundredths) {
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }
}
