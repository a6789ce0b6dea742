package dev.bartizan.report.terminal;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.AttackPathFacts.Step;
import dev.bartizan.graph.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an attacker gets to what is worth most, step by step, and the fixes that cut all ways. */
public final class TerminalPaths {
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_SAFE = 6;

    private final Style style;
    private final int mostPaths;
    private final List<String> lines = new ArrayList<>();

    private TerminalPaths(Style style, int mostPaths) {
        this.style = style;
        this.mostPaths = mostPaths;
    }

    /** @param mostPaths shown of each jewel */
    public static List<String> of(AttackPathFacts facts, int mostPaths, Style style) {
        var report = new TerminalPaths(style, mostPaths);
        report.chokePoints(facts);
        facts.jewels().stream().filter(jewel -> !jewel.paths().isEmpty()).forEach(report::jewel);
        report.safe(facts);
        report.lines.add("");
        facts.limits().forEach(limit -> report.lines.addAll(Paragraph.lines("", "", limit)));
        return List.copyOf(report.lines);
    }

    private void chokePoints(AttackPathFacts facts) {
        long reached = facts.jewels().stream()
                .filter(jewel -> !jewel.paths().isEmpty())
                .count();
        lines.add(style.strong("Crown jewels: an attacker gets to " + reached + " of "
                + facts.jewels().size()));
        if (!facts.chokePoints().isEmpty()) {
            lines.add("  " + Words.count(facts.chokePoints().size(), "fix").replace("fixs", "fixes")
                    + (facts.chokePoints().size() == 1 ? " cuts" : " cut") + " every way that a fix can cut"
                    + (facts.isExact() ? ", and no cheaper set does:" : ":"));
            fixes(facts.chokePoints());
        }
    }

    /** Variants of one workload have one name: their fixes are one line. */
    private void fixes(List<Fix> fixes) {
        Map<String, List<Fix>> byTitle = new LinkedHashMap<>();
        fixes.forEach(fix ->
                byTitle.computeIfAbsent(fix.title(), title -> new ArrayList<>()).add(fix));
        byTitle.forEach((title, same) -> lines.addAll(Paragraph.lines(
                "    - ",
                "      ",
                title + " (" + (same.size() == 1 ? "" : same.size() + " variants, ")
                        + Words.effort(same.getFirst().effort()) + ")")));
    }

    private void jewel(Jewel jewel) {
        lines.add("");
        lines.add(style.strong(Printable.of(jewel.asset())) + "  " + style.faint(jewel.reason()));
        jewel.paths().stream().limit(mostPaths).forEach(this::path);
        if (!jewel.isCut()) {
            lines.add("  one way has no step that a fix takes away: it is by design, or needs another design");
        }
        if (!jewel.cut().isEmpty()) {
            lines.add("  cut by" + (jewel.isExact() ? " (no cheaper set does)" : ""));
            fixes(jewel.cut());
        }
    }

    private void safe(AttackPathFacts facts) {
        List<String> safe = facts.jewels().stream()
                .filter(jewel -> jewel.paths().isEmpty())
                .map(Jewel::asset)
                .map(id -> id.substring(id.indexOf('/', id.indexOf('/') + 1) + 1))
                .toList();
        if (!safe.isEmpty()) {
            lines.add("");
            lines.addAll(Paragraph.lines("No certain way leads to ", "  ", Words.some(safe, MOST_SAFE)));
        }
    }

    private void path(AttackPath path) {
        lines.add("  from " + path.start() + ", who in the end " + path.goal());
        int number = 1;
        for (Step step : path.steps()) {
            lines.addAll(
                    Paragraph.lines("    " + number++ + " ", "      ", step.statement() + "  " + step.technique()));
            for (Evidence evidence :
                    step.evidence().stream().limit(MOST_EVIDENCE).toList()) {
                Paragraph.lines(
                                "        ",
                                "          ",
                                evidence.statement() + "  "
                                        + evidence.location().file() + ":"
                                        + evidence.location().line())
                        .forEach(line -> lines.add(style.faint(line)));
            }
        }
    }
}
