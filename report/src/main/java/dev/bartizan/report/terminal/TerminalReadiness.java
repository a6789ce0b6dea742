package dev.bartizan.report.terminal;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Rung;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How ready the platform and its teams are, for a terminal. */
public final class TerminalReadiness {
    private static final int MOST_REVIEWS = 12;
    private static final int MOST_POINTS = 12;

    private final ReadinessFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalReadiness(ReadinessFacts facts, Style style) {
        this.facts = facts;
        this.style = style;
    }

    /** Domains, questions, teams, trend and what to look at next. */
    public static List<String> of(ReadinessFacts facts, Style style) {
        return new TerminalReadiness(facts, style).all();
    }

    /** One question with everything that was measured for it. */
    public static List<String> question(ReadinessFacts facts, Answer answer, Style style) {
        return new TerminalReadiness(facts, style).explained(answer);
    }

    private List<String> all() {
        Scorecard platform = facts.platform();
        lines.add(style.strong("Readiness " + level(platform.score()) + " of " + ReadinessFacts.HIGHEST + " on "
                + facts.asOf() + ", " + platform.confidence() + " % of it answered by machine"));
        platform.lowest()
                .ifPresent(lowest -> lines.add(style.faint("lowest: " + Printable.of(lowest.title()) + ", "
                        + level(lowest.score()) + "; catalogue " + Printable.of(facts.catalogue()))));
        platform.domains().forEach(this::domain);
        teams();
        trend();
        reviews();
        if (!facts.limits().isEmpty()) {
            lines.add("");
            lines.add(style.strong("What this does not say"));
            facts.limits().forEach(limit -> lines.addAll(Paragraph.lines("  - ", "    ", limit)));
        }
        return List.copyOf(lines);
    }

    private void domain(DomainScore domain) {
        lines.add("");
        lines.add(style.strong(domain.domain() + "  " + Printable.of(domain.title()) + "  " + level(domain.score()))
                + style.faint("  " + domain.confidence() + " % by machine"));
        facts.answers().stream()
                .filter(answer -> answer.domain().equals(domain.domain()))
                .forEach(this::row);
    }

    private void row(Answer answer) {
        String head = "  " + bar(answer.level()) + " " + answer.level() + "  "
                + String.format(Locale.ROOT, "%-9s", Printable.of(answer.question())) + " "
                + String.format(Locale.ROOT, "%-9s", answer.provenance().word()) + " ";
        lines.addAll(Paragraph.lines(head, " ".repeat(head.length()), answer.ask()));
        if (!answer.lift().isEmpty()) {
            Paragraph.lines("          " + (answer.level() + 1) + ": ", "             ", answer.lift())
                    .forEach(line -> lines.add(style.faint(line)));
        }
    }

    private static String bar(int level) {
        return "█".repeat(level) + "░".repeat(Math.max(0, ReadinessFacts.HIGHEST - level));
    }

    static String level(int hundredths) {
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    private void teams() {
        if (facts.teams().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.strong("Teams"));
        var table = new Table()
                .row(Stream.concat(
                                Stream.of("", "score", "by machine", "assets"),
                                facts.platform().domains().stream().map(DomainScore::domain))
                        .toArray(String[]::new));
        facts.teams().forEach(team -> table.row(card(Printable.of(team.name()), team)));
        table.row(card("platform", facts.platform()));
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private static String[] card(String name, Scorecard card) {
        return Stream.concat(
                        Stream.of(name, level(card.score()), card.confidence() + " %", Integer.toString(card.assets())),
                        card.domains().stream().map(domain -> level(domain.score())))
                .toArray(String[]::new);
    }

    private void trend() {
        lines.add("");
        lines.add(style.strong("Trend"));
        if (facts.history().isEmpty()) {
            lines.add("  no stored assessment to compare with; give some with --history");
            return;
        }
        int skipped = Math.max(0, facts.history().size() - MOST_POINTS);
        var table = new Table()
                .row(Stream.concat(
                                Stream.of("", "score", "by machine", "assets"),
                                facts.platform().domains().stream().map(DomainScore::domain))
                        .toArray(String[]::new));
        Stream.concat(facts.history().stream().skip(skipped), Stream.of(new Point(facts.asOf(), facts.platform())))
                .forEach(point -> table.row(card(point.asOf().toString(), point.platform())));
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private void reviews() {
        lines.add("");
        lines.add(style.strong("Next reviews"));
        List<Answer> next = facts.answers().stream()
                .sorted(Comparator.comparing(Answer::review))
                .toList();
        next.stream().limit(MOST_REVIEWS).forEach(answer -> {
            String why = answer.due().isEmpty()
                    ? answer.answered()
                            .map(day -> "answered " + day + ", every " + answer.cadence())
                            .orElse("nobody answers it")
                    : "due now: " + Words.some(answer.due(), 2);
            lines.addAll(Paragraph.lines(
                    "  " + answer.review() + "  " + String.format(Locale.ROOT, "%-9s", answer.question()) + " ",
                    " ".repeat(24),
                    why));
        });
        if (next.size() > MOST_REVIEWS) {
            lines.add(style.faint("  and " + (next.size() - MOST_REVIEWS) + " more, the last on "
                    + next.getLast().review()));
        }
    }

    private List<String> explained(Answer answer) {
        lines.addAll(Paragraph.lines(answer.question() + "  ", "  ", answer.ask()));
        lines.add(style.strong(
                        "level " + answer.level() + ", " + answer.provenance().word())
                + answer.answered().map(day -> ", answered " + day).orElse("")
                + ", next review " + answer.review() + ", every " + answer.cadence());
        answer.notes().forEach(note -> lines.addAll(Paragraph.lines("  ", "  ", note)));
        answer.due().forEach(due -> lines.addAll(Paragraph.lines("  due now: ", "    ", due)));
        for (Rung rung : answer.rungs()) {
            lines.add("");
            lines.addAll(Paragraph.lines(
                    style.strong(rung.level() + "  " + rung.standing().word()) + "  ", "   ", rung.lifts()));
            rung.measured()
                    .forEach(one -> lines.addAll(Paragraph.lines(
                            "   " + one.standing().word() + "  ",
                            "         ",
                            one.statement()
                                    + one.date().map(day -> ", measured " + day).orElse(""))));
        }
        if (!answer.evidence().isEmpty()) {
            lines.add("");
            lines.add(style.strong("Evidence"));
        }
        for (Evidence evidence : answer.evidence()) {
            lines.addAll(Paragraph.lines(
                    "  " + Printable.of(evidence.location().file()) + ":"
                            + evidence.location().line() + "  ",
                    "    ",
                    evidence.statement()));
        }
        lines.add("");
        lines.addAll(Paragraph.lines("Counterparts: ", "  ", String.join(", ", answer.maps())));
        return List.copyOf(lines);
    }
}
