package dev.bartizan.report.terminal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Driver;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.CurvePoints;
import dev.bartizan.report.risk.RiskAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How likely a year's loss exceeds which amount. */
public final class TerminalCurve {
    private final RiskFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalCurve(RiskFacts facts, Style style) {
        this.facts = facts;
        this.style = style;
    }

    public static List<String> of(RiskFacts facts, Style style) {
        var report = new TerminalCurve(facts, style);
        facts.curves()
                .ifPresentOrElse(
                        report::curves, () -> report.lines.add("There is no curve: nothing is known to be lost."));
        facts.appetite().ifPresent(report::appetite);
        report.drivers();
        return List.copyOf(report.lines);
    }

    private void curves(Curves curves) {
        lines.add(style.strong(
                "A year's loss, " + facts.currency() + ", without controls and with those that are evidenced"));
        facts.limits().forEach(limit -> lines.addAll(Paragraph.lines("  ! ", "    ", limit)));
        lines.add("");
        var table = new Table().row("exceeds", "inherent", "residual", "band of the residual", "appetite");
        for (double loss : CurvePoints.decades(curves)) {
            table.row(
                    Amounts.of(loss),
                    likely(curves.inherent().points(), loss),
                    likely(curves.residual().points(), loss),
                    likely(curves.residual().low(), loss) + " to "
                            + likely(curves.residual().high(), loss),
                    borne(loss));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        quantiles(curves);
        lines.add(style.faint("  probabilities are exact but for at most "
                + String.format(
                        Locale.ROOT,
                        "%.1e",
                        Math.max(curves.inherent().error(), curves.residual().error()))
                + "; nine of ten curves under uncertain inputs lie in the band"));
        if (!facts.isCalibrated()) {
            lines.add(
                    style.faint(
                            "  almost certain: at least 90 % of years; likely: 50 %; possible: 10 %; unlikely: 1 %; rare: less"));
        }
    }

    private String likely(List<Point> points, double loss) {
        return RiskAmounts.likely(Point.probability(points, loss), facts.isCalibrated());
    }

    private String amount(double amount) {
        return facts.isCalibrated() ? Amounts.of(amount) : RiskAmounts.order(amount);
    }

    /** What the tolerance allows at a loss: of its points, the one at or below it. */
    private String borne(double loss) {
        return facts.appetite().stream()
                .flatMap(appetite -> appetite.tolerance().stream())
                .filter(point -> point.loss() <= loss)
                .reduce((one, later) -> later)
                .map(point -> Amounts.percent(point.probability()))
                .orElse("");
    }

    private void quantiles(Curves curves) {
        var table = new Table().row("one year in", "10", "20", "100", "1,000", "expected");
        table.row(quantiles("inherent", curves.inherent()));
        table.row(quantiles("residual", curves.residual()));
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private String[] quantiles(String name, Curve curve) {
        var cells = new String[6];
        cells[0] = name;
        double[] probabilities = {0.1, 0.05, 0.01, 0.001};
        for (int i = 0; i < probabilities.length; i++) {
            double wanted = probabilities[i];
            cells[i + 1] = curve.quantiles().stream()
                    .filter(point -> Math.abs(point.probability() - wanted) < 1e-9)
                    .findFirst()
                    .map(point -> amount(point.loss()))
                    .orElse("-");
        }
        cells[5] = amount(curve.expected());
        return cells;
    }

    private void appetite(AppetiteResult appetite) {
        lines.add("");
        lines.add(
                "  appetite: " + style.strong(appetite.verdict().word())
                        + (appetite.isComparable()
                                ? ""
                                : " as far as placeholders can tell; money is told once all that counts stands on figures of your own"));
        appetite.toldReasons().forEach(reason -> lines.addAll(Paragraph.lines("    ", "    ", reason)));
    }

    private void drivers() {
        if (facts.drivers().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.strong("  What moves the expected loss most"));
        for (Driver driver : facts.drivers()) {
            lines.add("    " + Printable.of(driver.input())
                    + (facts.isCalibrated()
                            ? ": " + Amounts.of(driver.low()) + " to " + Amounts.of(driver.high())
                            : ""));
        }
    }
}
