package dev.bartizan.report.terminal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.LossShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each risk is worth without and with the controls that are evidenced, and what limits the figures. */
public final class TerminalRisks {
    private static final int MOST_RISKS = 15;
    private static final int MOST_SHARES = 6;
    private static final String INDENT = "    ";

    private final Snapshot snapshot;
    private final RiskFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalRisks(Snapshot snapshot, RiskFacts facts, Style style) {
        this.snapshot = snapshot;
        this.facts = facts;
        this.style = style;
    }

    /** @param isAll whether to show every risk, else the first ones */
    public static List<String> of(Snapshot snapshot, RiskFacts facts, boolean isAll, Style style) {
        var report = new TerminalRisks(snapshot, facts, style);
        report.totals();
        report.shares("by layer", LossShare.byLayer(facts));
        report.shares("by owner", LossShare.byOwner(facts));
        report.shares("by asset", LossShare.byAsset(snapshot, facts));
        int shown = isAll
                ? facts.risks().size()
                : Math.min(MOST_RISKS, facts.risks().size());
        for (int i = 0; i < shown; i++) {
            report.risk(i + 1, facts.risks().get(i));
        }
        if (shown < facts.risks().size()) {
            report.lines.add("");
            report.lines.add(style.faint("and " + (facts.risks().size() - shown) + " more: --all shows them"));
        }
        return List.copyOf(report.lines);
    }

    private void totals() {
        int confirmed = (int) facts.risks().stream().filter(Risk::confirmed).count();
        int calibrated = (int) facts.risks().stream()
                .filter(risk -> risk.confirmed() && risk.calibrated())
                .count();
        lines.add(style.strong("Risks: " + confirmed + " real, "
                + (facts.risks().size() - confirmed) + " undecided; " + calibrated + " with figures of your own"));
        facts.appetite().ifPresent(this::appetite);
        facts.limits().forEach(limit -> lines.addAll(Paragraph.lines("  ! ", "    ", limit)));
    }

    private void appetite(AppetiteResult appetite) {
        String standing = appetite.isComparable()
                ? ""
                : " as far as placeholders can tell; money is told once all that counts stands on figures of your own";
        lines.add("  appetite: " + style.strong(appetite.verdict().word()) + standing);
        appetite.toldReasons().forEach(reason -> lines.addAll(Paragraph.lines("    ", "    ", reason)));
    }

    private void shares(String heading, List<LossShare> shares) {
        double most = shares.stream().mapToDouble(LossShare::inherent).max().orElse(0);
        if (most <= 0) {
            return;
        }
        lines.add("");
        lines.add(style.strong(String.format(Locale.ROOT, "  %-34s", heading))
                + style.faint("residual █  ended by controls ░"));
        for (LossShare share : shares.stream().limit(MOST_SHARES).toList()) {
            lines.add(String.format(Locale.ROOT, "  %-34s", shortened(share.name())) + LossBar.of(share, most) + "  "
                    + Words.count(share.risks(), "risk"));
        }
        if (shares.size() > MOST_SHARES) {
            lines.add(style.faint("  and " + (shares.size() - MOST_SHARES) + " more"));
        }
    }

    private String shortened(String name) {
        String known = snapshot.platform()
                .index(name)
                .map(snapshot.platform()::asset)
                .map(asset -> asset.namespace() + "/" + asset.name())
                .orElse(name);
        String safe = Printable.of(known);
        return safe.length() <= 33 ? safe : safe.substring(0, 32) + "…";
    }

    private void risk(int rank, Risk risk) {
        lines.add("");
        String word = risk.severity().word().toUpperCase(Locale.ROOT);
        lines.add(String.format(Locale.ROOT, "%3d ", rank)
                + style.severity(risk.severity(), String.format(Locale.ROOT, "%-9s", word))
                + risk.threat() + "  " + style.strong(Printable.of(risk.title())) + "  ("
                + Printable.of(String.join(" to ", risk.zones())) + ")" + (risk.confirmed() ? "" : "  undecided"));
        lines.add(INDENT + Amounts.estimate(risk, risk.inherent(), facts.currency()) + " -> "
                + style.strong(Amounts.estimate(risk, risk.residual(), facts.currency()))
                + (risk.owners().isEmpty() ? "; nobody owns it" : "; " + Words.some(risk.owners(), 3)));
        risk.rating()
                .ifPresent(rating -> lines.addAll(Paragraph.lines(
                        INDENT,
                        INDENT + "  ",
                        rating.method().word() + ": " + rating.level() + ", " + rating.basis()
                                + (rating.isOwn() ? ", by factors of your own" : ""))));
        risk.arithmetic().forEach(step -> lines.addAll(Paragraph.lines(INDENT + "  ", INDENT + "  ", step)));
        if (!risk.missing().isEmpty()) {
            lines.addAll(Paragraph.lines(INDENT + "missing: ", INDENT + "  ", String.join(", ", risk.missing())));
        }
        risk.acceptance().ifPresent(this::acceptance);
        lines.add(style.faint(INDENT + "state " + Printable.of(risk.state())));
    }

    private void acceptance(Accepted accepted) {
        String standing = switch (accepted.standing()) {
            case HOLDS -> "accepted by ";
            case EXPIRED -> "no longer accepted, it expired: by ";
            case REOPENED -> "to be accepted again, the platform has changed: by ";
        };
        lines.addAll(Paragraph.lines(
                INDENT,
                INDENT + "  ",
                standing + accepted.owner() + " until " + accepted.expires() + ": " + accepted.reason()));
    }
}
