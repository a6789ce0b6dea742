package dev.bartizan.report.terminal;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which threats are real, on what, and why; and what to ask where nobody can tell. */
public final class TerminalThreats {
    /** At most this many questions at a time: nobody answers fifty. */
    public static final int MOST_QUESTIONS = 15;

    private static final int MOST_PLACES = 5;
    private static final int MOST_EVIDENCE = 4;
    private static final String INDENT = "        ";

    private final ThreatFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalThreats(ThreatFacts facts, Style style) {
        this.facts = facts;
        this.style = style;
    }

    /**
     * The lines, without control characters of the input.
     *
     * @param scenarios those to show, in their order
     */
    public static List<String> of(ThreatFacts facts, List<ThreatScenario> scenarios, Style style) {
        var report = new TerminalThreats(facts, style);
        report.shares();
        scenarios.forEach(report::scenario);
        return List.copyOf(report.lines);
    }

    /** The questions whose answers settle most, with the lines that answer them. */
    public static List<String> questions(ThreatFacts facts, List<Question> questions, Style style) {
        var report = new TerminalThreats(facts, style);
        report.shares();
        int number = 1;
        for (Question question : questions) {
            report.lines.add("");
            report.lines.addAll(Paragraph.lines(
                    String.format(Locale.ROOT, "%2d  ", number++), "    ", question.place() + ": " + question.text()));
            report.lines.add(report.style.faint(
                    "    settles " + Words.count(question.settles().size(), "scenario")));
            report.lines.add("    " + Printable.of(question.answer()));
        }
        if (questions.isEmpty()) {
            report.lines.add("");
            report.lines.add("Nothing to ask: no answer would settle a threat of high severity.");
        }
        return List.copyOf(report.lines);
    }

    private void shares() {
        long confirmed = facts.scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .count();
        lines.add(style.strong("Threats: " + Words.count((int) confirmed, "scenario") + " confirmed, "
                + (facts.scenarios().size() - confirmed) + " open"));
        var table = new Table().row("layer", "confirmed", "refuted", "open", "decided");
        for (Layer layer : Layer.values()) {
            ThreatFacts.Result result = facts.layer(layer);
            table.row(
                    layer.word(),
                    Integer.toString(result.confirmed()),
                    Integer.toString(result.refuted()),
                    Integer.toString(result.undecided()),
                    share(result));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add(style.faint("  "
                + facts.results().stream()
                        .filter(result -> result.applicable() > 0)
                        .count() + " of " + Words.count(facts.results().size(), "threat")
                + " of the catalogue are about something of this platform"));
    }

    private static String share(ThreatFacts.Result result) {
        return result.applicable() == 0
                ? "-"
                : (100 * (result.confirmed() + result.refuted()) / result.applicable()) + " % of "
                        + result.applicable();
    }

    private void scenario(ThreatScenario scenario) {
        lines.add("");
        String word = scenario.severity().word().toUpperCase(Locale.ROOT);
        lines.add(style.severity(scenario.severity(), String.format(Locale.ROOT, "%-10s", word)) + scenario.threat()
                + "  "
                + style.strong(Printable.of(scenario.title())) + "  ("
                + zones(scenario) + ")"
                + (scenario.truth().isConfirmed() ? "" : "  open"));
        lines.addAll(Paragraph.lines(INDENT, INDENT, scenario.story()));
        scenario.places().stream().limit(MOST_PLACES).forEach(this::place);
        if (scenario.places().size() > MOST_PLACES) {
            lines.add(INDENT + "and " + (scenario.places().size() - MOST_PLACES) + " more places");
        }
        if (!scenario.missing().isEmpty()) {
            lines.add(INDENT + "missing: " + String.join(", ", scenario.missing()));
        }
        facts.decision(scenario)
                .ifPresent(decision ->
                        lines.addAll(Paragraph.lines(INDENT + "decided: ", INDENT + "  ", decision.sentence())));
        String references = scenario.references().isEmpty() ? "" : "; " + String.join(", ", scenario.references());
        lines.add(style.faint(INDENT + scenario.severityReason() + references));
    }

    private static String zones(ThreatScenario scenario) {
        return scenario.zones().stream()
                .map(zone -> zone.equals("-") ? "cluster-wide" : Printable.of(zone))
                .collect(Collectors.joining(" to "));
    }

    private void place(ThreatScenario.Place place) {
        lines.addAll(Paragraph.lines(INDENT + "- ", INDENT + "  ", place.statement()));
        if (place.truth() instanceof Truth.Undecided undecided) {
            lines.addAll(Paragraph.lines(
                    INDENT + "    not known: ", INDENT + "      ", Words.some(List.copyOf(undecided.gaps()), 3)));
        }
        for (Evidence evidence : place.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            lines.addAll(Paragraph.lines(
                    INDENT + "    ",
                    INDENT + "      ",
                    evidence.statement() + "  " + evidence.location().file() + ":"
                            + evidence.location().line()));
        }
    }
}
