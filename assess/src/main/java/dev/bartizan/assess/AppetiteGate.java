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
 * Whether a platform's risks are within what its owner bears. Numbers of risks need no figures. Money fails a change only when the whole band lies above the tolerance and all that counts stands on the owner's own figures;
 * it warns when the band lies on both sides, or figures are placeholders.
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
            residual(facts)
                    .ifPresent(curve -> stated.tolerance()
                            .forEach(borne ->
                                    gate.point(borne, curve, residual(before.flatMap(Snapshot::risks)), stated)));
        });
        return new Gate.Verdict(gate.failures, gate.warnings);
    }

    private static Optional<Curve> residual(Optional<RiskFacts> facts) {
        return facts.flatMap(RiskFacts::curves).map(Curves::residual);
    }

    private void point(Point borne, Curve curve, Optional<Curve> before, AppetiteResult appetite) {
        double likely = Point.probability(curve.points(), borne.loss());
        double low = Point.probability(curve.low(), borne.loss());
        double high = Point.probability(curve.high(), borne.loss());
        if (high <= borne.probability()) {
            return;
        }
        if (!appetite.isComparable()) {
            warnings.add(AppetiteResult.MONEY + " > " + RiskView.amount(borne.loss())
                    + ") may be more than the appetite of " + RiskView.percent(borne.probability())
                    + "; figures are placeholders, which are orders of magnitude: give your own in risk.figures of bartizan.yaml");
            return;
        }
        String from = before.map(old -> "goes from "
                        + RiskView.percent(Point.probability(old.points(), borne.loss())) + " to "
                        + RiskView.percent(likely))
                .orElse("is " + RiskView.percent(likely));
        String message = AppetiteResult.MONEY + " > " + RiskView.amount(borne.loss()) + ") " + from + ", appetite is "
                + RiskView.percent(borne.probability());
        if (low > borne.probability()) {
            failures.add(message);
        } else {
            warnings.add(message + "; its band of " + RiskView.percent(low) + " to " + RiskView.percent(high)
                    + " lies on both sides");
        }
    }
}
