package dev.bartizan.report.terminal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Severity;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.CurvePoints;
import dev.bartizan.report.risk.RiskAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What some of the backlog changes: risks that end, risks that are lower, the curve and the appetite before and after. */
public final class TerminalWhatIf {
    private static final String INDENT = "    ";

    private final RiskFacts before;
    private final RiskFacts after;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalWhatIf(RiskFacts before, RiskFacts after, Style style) {
        this.before = before;
        this.after = after;
        this.style = style;
    }

    /** @param done of the backlog; what else was named is counted alone */
    public static List<String> of(RiskFacts before, List<Mitigation> done, RiskFacts after, Style style) {
        var report = new TerminalWhatIf(before, after, style);
        report.done(done);
        report.figures();
        report.risks();
        after.limits().stream().limit(1).forEach(limit -> {
            report.lines.add("");
            report.lines.addAll(Paragraph.lines("  ! ", "    ", limit));
        });
        return List.copyOf(report.lines);
    }

    private void done(List<Mitigation> done) {
        int effort = done.stream().mapToInt(Mitigation::effort).sum();
        lines.add(style.strong(
                "With " + Words.count(done.size(), "mitigation") + " of the backlog done, effort " + effort));
        done.forEach(one -> lines.addAll(Paragraph.lines(INDENT + "- ", INDENT + "  ", one.title())));
    }

    private void figures() {
        lines.add("");
        var table = new Table().row("", "before", "after");
        for (Severity severity : new Severity[] {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW}) {
            table.row(severity.word() + " risks", real(before, severity), real(after, severity));
        }
        List<Double> amounts = before.curves().map(CurvePoints::decades).orElse(List.of());
        for (double amount :
                amounts.stream().skip(Math.max(0, amounts.size() - 4)).toList()) {
            table.row("P(loss > " + Amounts.of(amount) + ")", exceeded(before, amount), exceeded(after, amount));
        }
        table.row("expected, " + before.currency(), expected(before), expected(after));
        table.row("appetite", appetite(before), appetite(after));
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private static String real(RiskFacts facts, Severity severity) {
        return Long.toString(facts.risks().stream()
                .filter(risk -> risk.confirmed() && risk.severity() == severity)
                .count());
    }

    private String exceeded(RiskFacts facts, double amount) {
        return facts.curves()
                .map(Curves::residual)
                .map(curve -> RiskAmounts.likely(Point.probability(curve.points(), amount), before.isCalibrated()))
                .orElse("0.0 %");
    }

    private String expected(RiskFacts facts) {
        return facts.curves()
                .map(Curves::residual)
                .map(Curve::expected)
                .map(amount -> before.isCalibrated() ? Amounts.of(amount) : RiskAmounts.order(amount))
                .orElse("0");
    }

    private static String appetite(RiskFacts facts) {
        return facts.appetite()
                .map(AppetiteResult::verdict)
                .map(AppetiteResult.Verdict::word)
                .orElse("not stated");
    }

    private void risks() {
        Map<String, Risk> left = after.risks().stream().collect(Collectors.toMap(Risk::scenario, Function.identity()));
        List<Risk> real = before.risks().stream().filter(Risk::confirmed).toList();
        List<Risk> ended =
                real.stream().filter(risk -> still(left, risk).isEmpty()).toList();
        List<Risk> lowered = real.stream()
                .filter(risk -> still(left, risk)
                        .filter(one -> one.residual().annual() < risk.residual().annual() * (1 - 1e-9))
                        .isPresent())
                .toList();
        list(Words.count(ended.size(), "risk") + " ended", ended);
        list(lowered.size() + " lowered", lowered);
    }

    private void list(String heading, List<Risk> risks) {
        lines.add("");
        lines.add(style.strong("  " + heading));
        for (Risk risk : risks) {
            String word = risk.severity().word().toUpperCase(Locale.ROOT);
            lines.add(INDENT + style.severity(risk.severity(), String.format(Locale.ROOT, "%-9s", word)) + risk.threat()
                    + "  " + Printable.of(risk.title()) + "  (" + Printable.of(String.join(" to ", risk.zones()))
                    + ")");
        }
    }

    /** The same risk where it is still real. */
    private static Optional<Risk> still(Map<String, Risk> left, Risk risk) {
        return Optional.ofNullable(left.get(risk.scenario())).filter(Risk::confirmed);
    }
}
