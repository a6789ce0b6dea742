package dev.bartizan.report.terminal;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which patterns of security a platform follows, violates or should adopt, and the lines that say so. */
public final class TerminalPatterns {
    private static final int MOST_EVIDENCE = 2;
    private static final int MOST_NAMES = 5;
    private static final int MOST_GAPS = 3;
    private static final String INDENT = "      ";

    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalPatterns(Style style) {
        this.style = style;
    }

    /** Broken ones are told with lines and remedy, the others in a table. */
    public static List<String> of(SafeguardFacts facts, Style style) {
        var report = new TerminalPatterns(style);
        report.overview(facts);
        facts.patterns().forEach(report::pattern);
        return List.copyOf(report.lines);
    }

    private void overview(SafeguardFacts facts) {
        long fitting = facts.patterns().stream()
                .filter(pattern -> !pattern.places().isEmpty())
                .count();
        lines.add(style.strong("Patterns of security: " + fitting + " of "
                + facts.patterns().size() + " fit something of this platform"));
        var table = new Table().row("", "follow", "violate", "should adopt", "open");
        List<PatternResult> shown = facts.patterns().stream()
                .filter(pattern -> !pattern.places().isEmpty())
                .toList();
        shown.forEach(pattern -> table.row(
                pattern.id(),
                pattern.count(Standing.FOLLOWS),
                pattern.count(Standing.VIOLATES),
                pattern.count(Standing.SHOULD_ADOPT),
                pattern.count(Standing.UNDECIDED)));
        List<String> rows = table.lines();
        for (int i = 0; i < rows.size(); i++) {
            lines.add("  " + rows.get(i)
                    + (i == 0 ? "" : "  " + style.faint(shown.get(i - 1).title())));
        }
    }

    private void pattern(PatternResult pattern) {
        if (pattern.count(Standing.VIOLATES) + pattern.count(Standing.SHOULD_ADOPT) + pattern.count(Standing.UNDECIDED)
                == 0) {
            return;
        }
        lines.add("");
        lines.add(style.strong(pattern.title()) + "  " + style.faint(pattern.id()));
        lines.addAll(Paragraph.lines("  ", "  ", pattern.intent()));
        pattern.places().forEach(place -> place(pattern, place));
    }

    private void place(PatternResult pattern, Place place) {
        switch (place.standing()) {
            case VIOLATES -> broken(pattern, place, style.severity(Severity.HIGH, "violates    "));
            case SHOULD_ADOPT -> broken(pattern, place, style.severity(Severity.MEDIUM, "should adopt"));
            case UNDECIDED -> open(place);
            case FOLLOWS -> {}
        }
    }

    private static String names(Place place) {
        return place.place() + ": "
                + Words.some(
                        place.assets().stream()
                                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                                .toList(),
                        MOST_NAMES);
    }

    private void broken(PatternResult pattern, Place place, String word) {
        lines.add("  " + word + "  " + names(place));
        for (int i = 0; i < place.answers().size(); i++) {
            Answer answer = place.answers().get(i);
            if (answer.truth().isRefuted()) {
                var requirement = pattern.requirements().get(i);
                lines.addAll(Paragraph.lines(INDENT + "not so: ", INDENT + "  ", requirement.title()));
                for (Evidence evidence :
                        answer.evidence().stream().limit(MOST_EVIDENCE).toList()) {
                    lines.addAll(Paragraph.lines(
                            INDENT + "  - ",
                            INDENT + "    ",
                            evidence.statement() + "  " + evidence.location().file() + ":"
                                    + evidence.location().line()));
                }
                Paragraph.lines(INDENT + "  → ", INDENT + "    ", requirement.remedy())
                        .forEach(line -> lines.add(style.faint(line)));
            }
        }
    }

    private void open(Place place) {
        var gaps = new TreeSet<>(place.gaps());
        for (Answer answer : place.answers()) {
            if (answer.truth() instanceof Truth.Undecided undecided) {
                gaps.addAll(undecided.gaps());
            }
        }
        Paragraph.lines(
                        "  open          ",
                        INDENT + "  ",
                        names(place) + "; not known: " + Words.some(List.copyOf(gaps), MOST_GAPS))
                .forEach(line -> lines.add(style.faint(line)));
    }
}
