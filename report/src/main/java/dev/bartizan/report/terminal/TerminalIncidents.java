package dev.bartizan.report.terminal;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Attacks that happened elsewhere: whether they would have worked here, and what stops them. */
public final class TerminalIncidents {
    private static final int MOST_GAPS = 3;
    private static final int MOST_EVIDENCE = 3;
    private static final String INDENT = "      ";

    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalIncidents(Style style) {
        this.style = style;
    }

    /** One line each, those that would work first. */
    public static List<String> overview(IncidentFacts facts, Style style) {
        var report = new TerminalIncidents(style);
        report.lines.add(style.strong(Words.count(facts.incidents().size(), "incident") + ": " + counts(facts)));
        for (Outcome outcome : Outcome.values()) {
            facts.incidents().stream()
                    .filter(replay -> replay.outcome() == outcome)
                    .forEach(replay -> report.lines.add("  " + String.format(Locale.ROOT, "%-24s", verdict(replay))
                            + "  " + replay.date() + "  " + replay.id() + "  " + style.faint(replay.title())));
        }
        return List.copyOf(report.lines);
    }

    private static String counts(IncidentFacts facts) {
        var counts = new ArrayList<String>();
        for (Outcome outcome : Outcome.values()) {
            long count = facts.incidents().stream()
                    .filter(replay -> replay.outcome() == outcome)
                    .count();
            counts.add(count + " " + outcome.word().replace('-', ' '));
        }
        return String.join(", ", counts);
    }

    /** {@code STOPPED AT STEP 2}. */
    private static String verdict(IncidentFacts.Replay replay) {
        return switch (replay.outcome()) {
            case WOULD_WORK -> "WOULD WORK";
            case STOPPED -> "STOPPED AT STEP " + stopper(replay);
            case UNDECIDED -> "UNDECIDED";
            case NOT_HERE -> "nothing of the kind here";
        };
    }

    private static int stopper(IncidentFacts.Replay replay) {
        for (int i = 0; i < replay.steps().size(); i++) {
            if (replay.steps().get(i).truth().isRefuted()) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(replay.id() + ": no step stops it");
    }

    /** One of them, step by step. */
    public static List<String> of(IncidentFacts.Replay replay, Style style) {
        var report = new TerminalIncidents(style);
        report.replay(replay);
        return List.copyOf(report.lines);
    }

    private void replay(IncidentFacts.Replay replay) {
        lines.add(style.strong(replay.title() + ", " + replay.date()) + "  " + String.join(", ", replay.identifiers()));
        lines.addAll(Paragraph.lines("  ", "  ", replay.story()));
        lines.addAll(Paragraph.lines("  affected: ", "    ", replay.affected()));
        lines.add("");
        lines.add("  " + style.strong(verdict(replay))
                + (replay.asset().isEmpty() ? "" : "  on " + Printable.of(replay.asset()))
                + (replay.others() == 0 ? "" : " and " + Words.count(replay.others(), "other asset")));
        int number = 1;
        for (IncidentFacts.Step step : replay.steps()) {
            step(number++, step);
        }
        cut(replay);
        lines.add("");
        replay.sources().forEach(source -> lines.add(style.faint("  " + Printable.of(source))));
    }

    private void step(int number, IncidentFacts.Step step) {
        String mark = switch (step.truth()) {
            case Truth.Confirmed ignored -> "holds";
            case Truth.Refuted ignored -> "does not hold";
            case Truth.Undecided ignored -> "not known";
        };
        lines.addAll(Paragraph.lines(
                "  " + number + " ",
                "    ",
                step.title() + ": " + mark + (step.technique().isEmpty() ? "" : "  " + step.technique())));
        if (step.truth() instanceof Truth.Undecided undecided) {
            lines.addAll(Paragraph.lines(
                    INDENT + "not known: ", INDENT + "  ", Words.some(List.copyOf(undecided.gaps()), MOST_GAPS)));
        }
        if (step.truth().isRefuted() && !step.control().isEmpty()) {
            lines.add(INDENT + "stopped by " + step.control());
        }
        for (Evidence evidence : step.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            lines.addAll(Paragraph.lines(
                    INDENT,
                    INDENT + "  ",
                    evidence.statement() + "  " + evidence.location().file() + ":"
                            + evidence.location().line()));
        }
    }

    /** Any one step that does not hold stops it. */
    private void cut(IncidentFacts.Replay replay) {
        replay.cut()
                .ifPresent(cut -> lines.addAll(Paragraph.lines(
                        "  cheapest to stop at step " + cut.step() + ": ",
                        "    ",
                        cut.control() + ", " + Words.effort(cut.effort()) + ": " + cut.how())));
    }
}
