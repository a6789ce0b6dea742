package dev.bartizan.report.terminal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.RiskFacts.Simulated.Held;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.RiskAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The exact curve of the residual losses beside simulated years: as multiples, which say nothing about money; probabilities and amounts in digits where they were calibrated. */
public final class TerminalSimulation {
    private static final String INDENT = "  ";

    private final RiskFacts facts;
    private final Simulated simulated;
    private final List<String> lines = new ArrayList<>();

    private TerminalSimulation(RiskFacts facts, Simulated simulated) {
        this.facts = facts;
        this.simulated = simulated;
    }

    public static List<String> of(RiskFacts facts, Simulated simulated, Style style) {
        var report = new TerminalSimulation(facts, simulated);
        report.lines.add(style.strong(String.format(
                Locale.ROOT,
                "A year's loss, %s, with the controls that are evidenced: exact, and of %,d simulated years (seed %d)",
                facts.currency(),
                simulated.years(),
                simulated.seed())));
        facts.limits().forEach(limit -> report.lines.addAll(Paragraph.lines("  ! ", "    ", limit)));
        report.lines.add("");
        report.table();
        report.lines.add("");
        report.text(simulated.isIndependent() ? report.agreement() : report.together());
        report.text(report.mean());
        return List.copyOf(report.lines);
    }

    private void table() {
        var table = new Table();
        table.row(cells(
                "exact: one year in", "exceeds", "exact", "simulated", "times as likely", "+- 2 errors", "agrees"));
        for (Held held : simulated.amounts()) {
            table.row(cells(
                    years(held.exact()),
                    amount(held.loss()),
                    Amounts.percent(held.exact()),
                    Amounts.percent(held.simulated()),
                    times(held.simulated(), held.exact()),
                    times(2 * held.error(), held.exact()),
                    agreement(held)));
        }
        table.lines().forEach(line -> lines.add(INDENT + line));
    }

    /** Probabilities only of calibrated figures, agreement only where both are to agree. */
    private String[] cells(
            String years, String amount, String exact, String drawn, String times, String error, String agrees) {
        var cells = new ArrayList<>(List.of(years, amount));
        if (facts.isCalibrated()) {
            cells.addAll(List.of(exact, drawn));
        }
        cells.addAll(List.of(times, error));
        if (simulated.isIndependent()) {
            cells.add(agrees);
        }
        return cells.toArray(String[]::new);
    }

    private static String years(double probability) {
        return probability > 0 ? String.format(Locale.ROOT, "%,d", Math.round(1 / probability)) : "-";
    }

    private String amount(double amount) {
        return facts.isCalibrated() ? Amounts.of(amount) : RiskAmounts.order(amount);
    }

    private static String times(double part, double whole) {
        return whole > 0 ? String.format(Locale.ROOT, "%.3f", part / whole) : "-";
    }

    private String agreement() {
        long within = simulated.withinErrors();
        return "Independent scenarios: " + simulated.agreeing() + " of "
                + simulated.amounts().size() + " simulated probabilities agree with the exact curve: " + within
                + " within two standard errors, where by chance one of twenty right ones is not, and "
                + (simulated.agreeing() - within) + " more within the curve's own bounds.";
    }

    private static String agreement(Held held) {
        if (held.isWithinErrors()) {
            return "yes";
        }
        return held.agrees() ? "with its bounds" : "no";
    }

    private String together() {
        return String.format(
                Locale.ROOT,
                "Scenarios go together here: the numbers of events of any two have a correlation of %s (of the normal numbers behind them: Gaussian copula, one factor). The exact curve holds for"
                        + " independent scenarios only; the multiples tell how much more or less often a simulated year exceeds the amount.",
                simulated.correlation());
    }

    private String mean() {
        return "The mean of the simulated years is " + times(simulated.simulatedMean(), simulated.expected())
                + " of the exact expected loss, +- " + times(2 * simulated.meanError(), simulated.expected())
                + (simulated.isIndependent() ? "." : ": what goes together changes how losses spread, not their mean.");
    }

    private void text(String text) {
        lines.addAll(Paragraph.lines(INDENT, INDENT, text));
    }
}
