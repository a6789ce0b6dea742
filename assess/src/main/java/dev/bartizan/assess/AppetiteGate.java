package dev.bartizan.assess;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.RiskView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a platform's risks are within what its owner bears. Numbers of risks need no figures. Money fails a change only when the whole band lies above the tolerance and all that counts stands on the owner's own figures, or those
 * risks alone that do are too much; it warns when the band lies on both sides, or figures are placeholders.
 */
final class AppetiteGate {
    private final List<String> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private AppetiteGate() {}

    /** @param before the older assessment, to say where a probability comes from */
    static Gate.Verdict of(Snapshot now, Optional<Snapshot> before) {
        var gate = new AppetiteGate();
        Optional<RiskFacts> facts = now.risks();
        Optional<AppetiteResult> appetite = facts.flatMap(RiskFacts::appetite);
        if (appetite.isEmpty()) {
            gate.failures.add(
                    "no appetite is stated: there is nothing to hold the risks against (risk.appetite of bartizan.yaml)");
        }
        appetite.ifPresent(stated -> {
            gate.failures.addAll(stated.classReasons());
            facts.flatMap(RiskFacts::curves)
                    .ifPresent(curves -> stated.tolerance().forEach(borne -> {
                        if (stated.isComparable()) {
                            gate.whole(borne, curves.residual(), older(before));
                        } else {
                            gate.part(borne, curves);
                        }
                    }));
        });
        return new Gate.Verdict(gate.failures, gate.warnings);
    }

    /** Only of an older assessment that stood on figures of the owner as well: placeholders would make a change of what was only learnt. */
    private static Optional<Curve> older(Optional<Snapshot> before) {
        return before.flatMap(Snapshot::risks)
                .filter(RiskFacts::isCalibrated)
                .flatMap(RiskFacts::curves)
                .map(Curves::residual);
    }

    private void whole(Point borne, Curve curve, Optional<Curve> before) {
        String from = before.map(
                        old -> "goes from " + percent(old.points(), borne) + " to " + percent(curve.points(), borne))
                .orElse("is " + percent(curve.points(), borne));
        hold(borne, curve, from + ", appetite is " + RiskView.percent(borne.probability()));
    }

    /** What stands on own figures is a part of the whole: when it alone is too much, the whole is. Of the rest there are orders of magnitude. */
    private void part(Point borne, Curves curves) {
        int failed = failures.size();
        curves.calibrated()
                .ifPresent(own -> hold(
                        borne,
                        own,
                        "is " + percent(own.points(), borne)
                                + " by those risks alone that stand on your own figures, appetite is "
                                + RiskView.percent(borne.probability())));
        if (failures.size() == failed
                && Point.probability(curves.residual().high(), borne.loss()) > borne.probability()) {
            warnings.add(
                    told(borne) + "may be more than the appetite of " + RiskView.percent(borne.probability())
                            + "; figures are placeholders, which are orders of magnitude: give your own in risk.figures of bartizan.yaml");
        }
    }

    private void hold(Point borne, Curve curve, String message) {
        if (Point.probability(curve.high(), borne.loss()) <= borne.probability()) {
            return;
        }
        if (Point.probability(curve.low(), borne.loss()) > borne.probability()) {
            failures.add(told(borne) + message);
        } else {
            warnings.add(told(borne) + message + "; its band of " + percent(curve.low(), borne) + " to "
                    + percent(curve.high(), borne) + " lies on both sides");
        }
    }

    private static String told(Point borne) {
        return AppetiteResult.MONEY + " > " + RiskView.amount(borne.loss()) + ") ";
    }

    private static String percent(List<Point> points, Point borne) {
        return RiskView.percent(Point.probability(points, borne.loss()));
    }
}
