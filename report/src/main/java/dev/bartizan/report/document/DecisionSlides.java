package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the reviewers are asked to decide: what to do about the worst, what nobody knows yet, what was accepted and is to be seen again. */
final class DecisionSlides {
    private static final int MOST_ROWS = 24;
    private static final int MOST_POINTS = 14;
    private static final int MOST_GAPS = 2;

    private DecisionSlides() {}

    static List<Chapter> of(String heading, Snapshot snapshot, AssetNames names, ThreatModel.Context context) {
        List<ThreatScenario> severe = snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of()).stream()
                .filter(scenario -> scenario.severity().compareTo(Severity.HIGH) >= 0)
                .toList();
        var chapters = new ArrayList<Chapter>(Slides.table(
                heading,
                lead(severe),
                List.of("Real threat", "In", "Proposed", "Mitigate, avoid, transfer, accept", "Owner", "Until"),
                severe.stream()
                        .filter(scenario -> scenario.truth().isConfirmed())
                        .map(scenario -> row(scenario, context))
                        .toList(),
                MOST_ROWS));
        List<Point> open = severe.stream()
                .filter(scenario -> !scenario.truth().isConfirmed())
                .map(scenario -> open(scenario, names, context))
                .toList();
        if (!open.isEmpty()) {
            chapters.addAll(Slides.points("Severe, and nobody knows", List.of(), open, MOST_POINTS));
        }
        List<Point> accepted = snapshot.controls().map(ControlFacts::waivers).orElse(List.of()).stream()
                .map(waiver -> accepted(waiver, names))
                .toList();
        if (!accepted.isEmpty()) {
            chapters.addAll(Slides.points("Accepted: still so?", List.of(), accepted, MOST_POINTS));
        }
        return chapters;
    }

    private static List<Block> lead(List<ThreatScenario> severe) {
        return List.of(new Text(
                severe.stream().noneMatch(scenario -> scenario.truth().isConfirmed())
                        ? "No severe threat is real here: there is nothing to mitigate."
                        : "One decision a line. An acceptance has a reason, a name and an end."));
    }

    private static List<String> row(ThreatScenario scenario, ThreatModel.Context context) {
        List<String> proposed = scenario.missing().isEmpty() ? scenario.controls() : scenario.missing();
        ThreatModel.Decided decided = context.decided(scenario);
        return List.of(
                scenario.severity().word() + ": " + AssetNames.clip(scenario.title(), 100),
                AssetNames.zones(scenario.zones()),
                proposed.stream().findFirst().map(context::control).orElse(""),
                AssetNames.clip(decided.decision(), 160),
                AssetNames.clip(decided.owner(), 60),
                decided.until());
    }

    private static Point open(ThreatScenario scenario, AssetNames names, ThreatModel.Context context) {
        var gaps = new TreeSet<String>();
        for (ThreatScenario.Place place : scenario.places()) {
            if (place.truth() instanceof Truth.Undecided undecided) {
                gaps.addAll(undecided.gaps());
            }
        }
        return new Point(
                Slides.mark(scenario),
                scenario.title() + ", on "
                        + names.some(
                                scenario.places().stream()
                                        .map(ThreatScenario.Place::asset)
                                        .toList(),
                                4),
                Stream.concat(
                                gaps.stream().limit(MOST_GAPS).map(gap -> "Not known: " + AssetNames.clip(gap, 220)),
                                Stream.of(context.decided(scenario))
                                        .filter(decided -> !decided.equals(ThreatModel.Decided.NOTHING))
                                        .map(decided -> "Decided: " + AssetNames.clip(decided.decision(), 160)))
                        .toList());
    }

    private static Point accepted(Waiver waiver, AssetNames names) {
        return new Point(
                new Mark("until " + waiver.expires(), Tone.OPEN),
                waiver.rule() + " on " + names.of(waiver.asset())
                        + (waiver.by().isEmpty() ? "" : ", by " + waiver.by()),
                List.of(AssetNames.clip(waiver.reason(), 300)));
    }
}
