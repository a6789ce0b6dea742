package dev.bartizan.report.terminal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.report.risk.RiskTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What to mend first. */
public final class TerminalBacklog {
    private static final String INDENT = "      ";
    private static final int MOST_NAMES = 4;

    private final RiskFacts facts;
    private final Map<String, String> names;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalBacklog(RiskFacts facts, Style style) {
        this.facts = facts;
        this.style = style;
        names = RiskTables.names(facts);
    }

    /**
     * The lines, without control characters of the input.
     *
     * @param chosen of the facts' backlog, whose numbers they keep
     * @param note what they were chosen by; may be empty
     */
    public static List<String> of(RiskFacts facts, List<Mitigation> chosen, String note, Style style) {
        var report = new TerminalBacklog(facts, style);
        report.totals(chosen, note);
        double most = chosen.stream().mapToDouble(Mitigation::avoided).max().orElse(0);
        chosen.forEach(one -> report.mitigation(one, most));
        return List.copyOf(report.lines);
    }

    private void totals(List<Mitigation> chosen, String note) {
        long worth = facts.backlog().stream().filter(one -> one.avoided() > 0).count();
        lines.add(style.strong("Backlog: " + Words.count(facts.backlog().size(), "mitigation") + ", " + worth
                + " of them end or lower a risk; " + chosen.size() + " shown"));
        lines.add(
                style.faint("  by expected loss avoided per effort, each after those before it; ▲ cuts attack paths"));
        if (!note.isEmpty()) {
            lines.addAll(Paragraph.lines("  ", "  ", note));
        }
        facts.limits().stream().limit(1).forEach(limit -> lines.addAll(Paragraph.lines("  ! ", "    ", limit)));
    }

    private void mitigation(Mitigation one, double most) {
        lines.add("");
        String word = one.severity().word().toUpperCase(Locale.ROOT);
        lines.add(String.format(Locale.ROOT, "%4d ", RiskTables.number(facts, one.id()))
                + (one.cutsPaths() ? "▲ " : "  ")
                + style.severity(one.severity(), String.format(Locale.ROOT, "%-9s", word))
                + style.strong(Printable.of(one.title())));
        lines.add(INDENT + LossBar.of(one.avoided(), most) + "  " + Words.effort(one.effort())
                + one.due().map(LocalDate::toString).map(day -> ", due " + day).orElse("")
                + (one.owners().isEmpty() ? ", nobody owns it" : ", " + Words.some(one.owners(), MOST_NAMES)));
        scenarios("ends ", one.closes());
        scenarios("lowers ", one.lowers());
        String needs = RiskTables.needs(facts, one);
        if (!needs.isEmpty()) {
            lines.add(INDENT + "ends more only together with " + needs.replace(" ", ", "));
        }
        lines.add(style.faint(INDENT
                + (one.findings().isEmpty()
                        ? ""
                        : "mends " + Words.count(one.findings().size(), "finding") + "; ")
                + Printable.of(one.id())));
    }

    private void scenarios(String verb, List<String> scenarios) {
        if (!scenarios.isEmpty()) {
            List<String> named = scenarios.stream()
                    .map(id -> names.getOrDefault(id, id))
                    .sorted()
                    .toList();
            lines.add(INDENT + verb + Words.some(named, MOST_NAMES));
        }
    }
}
