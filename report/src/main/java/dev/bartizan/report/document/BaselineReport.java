package dev.bartizan.report.document;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Heading;
import dev.bartizan.report.document.Document.Lead;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The security baseline of a platform with prioritised remediations, to be handed over: every number of it from the facts. */
public final class BaselineReport {
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_NAME = 150;

    private final Snapshot snapshot;
    private final List<Finding> findings;

    private BaselineReport(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.findings = BaselineFindings.inForce(snapshot);
    }

    /**
     * The report as a document.
     *
     * @param more chapters that other analyses bring, before the appendix: readiness
     * @param controls titles by id
     */
    public static Document of(Snapshot snapshot, List<Chapter> more, SortedMap<String, String> controls) {
        return new BaselineReport(snapshot).document(more, controls);
    }

    private Document document(List<Chapter> more, SortedMap<String, String> controls) {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter("Summary for management", summary()));
        chapters.add(new Chapter("Scope, method and its limits", scope()));
        chapters.add(new Chapter("Findings by layer", BaselineFindings.byLayer(snapshot, findings)));
        chapters.add(new Chapter("Risks against appetite", BaselineRisks.blocks(snapshot, controls)));
        chapters.add(new Chapter("Remediations in order", BaselineRemedies.inOrder(snapshot)));
        chapters.add(new Chapter("Exceptions and acceptances", BaselineRemedies.accepted(snapshot)));
        chapters.addAll(more);
        chapters.add(new Chapter("Appendix: evidence", BaselineFindings.evidence(snapshot, findings)));
        String name = snapshot.platform().name();
        return new Document(
                "Security baseline report",
                (name.isEmpty() ? "AI platform" : name) + ", with prioritised remediations, as of "
                        + snapshot.input().asOf(),
                snapshot.input().asOf(),
                "",
                Form.REPORT,
                chapters);
    }

    private List<Block> summary() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Figures(figures()));
        snapshot.risks().ifPresent(facts -> blocks.add(new Lead(BaselineRisks.verdict(facts))));
        List<Point> worst = worst();
        if (!worst.isEmpty()) {
            blocks.add(new Heading("What weighs most"));
            blocks.add(new Points(worst));
        }
        List<Point> first = first();
        if (!first.isEmpty()) {
            blocks.add(new Heading("What to do first"));
            blocks.add(new Points(first));
        }
        blocks.add(new Heading("What this does not say"));
        blocks.add(new Points(unsaid()));
        return blocks;
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of(count(Severity.CRITICAL), "critical findings"));
        figures.add(Figure.of(count(Severity.HIGH), "high findings"));
        snapshot.risks()
                .ifPresent(facts -> figures.add(
                        Figure.of(facts.risks().stream().filter(Risk::confirmed).count(), "risks are real")));
        snapshot.attackPaths().ifPresent(facts -> figures.add(jewels(facts)));
        return figures;
    }

    private static Figure jewels(AttackPathFacts facts) {
        long reached = facts.jewels().stream()
                .filter(jewel -> !jewel.paths().isEmpty())
                .count();
        return new Figure(reached + " of " + facts.jewels().size(), "crown jewels an attacker gets to");
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == severity && finding.truth().isConfirmed())
                .count();
    }

    private List<Point> worst() {
        return snapshot.risks().map(RiskFacts::risks).orElse(List.of()).stream()
                .filter(Risk::confirmed)
                .limit(MOST_NAMED)
                .map(risk -> new Point(
                        BaselineRisks.mark(risk.residual().band()),
                        AssetNames.clip(risk.title(), LONGEST_NAME) + ", in " + AssetNames.zones(risk.zones())
                                + (risk.owners().isEmpty() ? "" : " (" + String.join(", ", risk.owners()) + ")"),
                        List.of()))
                .toList();
    }

    private List<Point> first() {
        return snapshot.risks().map(RiskFacts::backlog).orElse(List.of()).stream()
                .limit(MOST_NAMED)
                .map(BaselineReport::first)
                .toList();
    }

    private static Point first(Mitigation one) {
        String owners = one.owners().isEmpty() ? "nobody named" : String.join(", ", one.owners());
        return new Point(
                new Mark(one.due().map(due -> "by " + due).orElse("when it fits"), Tone.GOOD),
                AssetNames.clip(one.title(), LONGEST_NAME) + ", " + owners + ": ends "
                        + AssetNames.count(one.closes().size(), "risk"),
                List.of());
    }

    private List<Point> unsaid() {
        var points = new ArrayList<Point>();
        snapshot.risks().ifPresent(facts -> facts.limits().forEach(limit -> points.add(Point.of(limit))));
        int questions = snapshot.controls()
                .map(ControlFacts::questions)
                .orElse(List.of())
                .size();
        if (questions > 0) {
            points.add(Point.of(
                    AssetNames.count(questions, "question") + " to the teams " + (questions == 1 ? "is" : "are")
                            + " open; what hangs on an answer is told as undecided, not as clean."));
        }
        if (points.isEmpty()) {
            points.add(Point.of("It tells what the input shows, and nothing of what was not given."));
        }
        return points;
    }

    private List<Block> scope() {
        var blocks = new ArrayList<>(ScopeSlide.of("", snapshot).blocks());
        blocks.add(new Heading("How it was found"));
        blocks.add(
                new Text(
                        "The manifests of the platform were read as they are written, without access to a running system, into one graph of assets and links."
                                + " Every check was asked about every asset in its scope, and every threat of the catalogue about every asset or link that it can be about."
                                + " An answer is confirmed, refuted or undecided: what the input does not show is never taken for clean, and each finding names the line that causes it."));
        blocks.add(
                new Text(
                        "A risk is a threat that is real here: events a year by loss of an event (FAIR), without controls and with those that are evidenced."
                                + " Remediations are ordered by the loss that they avoid for their effort, each counted after those that stand before it."));
        blocks.add(new Heading("What limits it"));
        var limits = new ArrayList<>(unsaid());
        snapshot.connectivity()
                .ifPresent(facts -> facts.basis().limits().stream()
                        .skip(ScopeSlide.MOST_LIMITS)
                        .forEach(limit -> limits.add(Point.of(limit))));
        blocks.add(new Points(limits));
        if (!snapshot.problems().isEmpty()) {
            blocks.add(new Note(AssetNames.count(snapshot.problems().size(), "remark")
                    + " about the input stand in assessment.json."));
        }
        return blocks;
    }
}
