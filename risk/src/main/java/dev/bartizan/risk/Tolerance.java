package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.Severity;
import dev.bartizan.risk.appetite.ToleranceCurve;
import dev.bartizan.risk.appetite.Verdict;
import dev.bartizan.risk.loss.Band;
import dev.bartizan.risk.loss.LossCurve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds the residual curve, with its band, and the numbers of grave risks against what is borne. */
final class Tolerance {
    private Tolerance() {}

    static AppetiteResult of(RiskSettings.Appetite appetite, List<Risk> risks, Losses losses) {
        var borne = new ToleranceCurve(appetite.curve().stream()
                .map(point -> new ToleranceCurve.Point(point.loss(), point.probability(), appetite.location()))
                .toList());
        Band band = losses.residual().orElse(amount -> new LossCurve.Bounded(0, 0, 0));
        var reasons = new ArrayList<String>();
        var crossing = Optional.<Point>empty();
        double excess = 0;
        AppetiteResult.Verdict verdict = AppetiteResult.Verdict.MET;
        switch (borne.judge(band)) {
            case Verdict.Met ignored -> {}
            case Verdict.Straddles straddles -> {
                verdict = AppetiteResult.Verdict.STRADDLES;
                straddles.points().forEach(point -> reasons.add(sentence(point, band)));
                crossing = crossing(straddles.excess(), band);
                excess = straddles.excess().area();
            }
            case Verdict.Exceeded exceeded -> {
                verdict = AppetiteResult.Verdict.EXCEEDED;
                exceeded.points().forEach(point -> reasons.add(sentence(point, band)));
                crossing = crossing(exceeded.excess(), band);
                excess = exceeded.excess().area();
            }
        }
        boolean tooManyCritical = isTooMany(Severity.CRITICAL, appetite.critical(), risks, reasons);
        boolean tooManyHigh = isTooMany(Severity.HIGH, appetite.high(), risks, reasons);
        return new AppetiteResult(
                tooManyCritical || tooManyHigh ? AppetiteResult.Verdict.EXCEEDED : verdict,
                appetite.curve().stream()
                        .map(point -> new Point(point.loss(), point.probability()))
                        .toList(),
                crossing,
                excess,
                risks.stream().filter(Risk::confirmed).allMatch(Risk::calibrated),
                reasons);
    }

    private static Optional<Point> crossing(Verdict.Excess excess, Band band) {
        return excess.isAny()
                ? Optional.of(new Point(excess.from(), band.at(excess.from()).value()))
                : Optional.empty();
    }

    private static String sentence(ToleranceCurve.Point point, Band band) {
        LossCurve.Bounded probability = band.at(point.amount());
        return String.format(
                Locale.ROOT,
                AppetiteResult.MONEY + " > %,.0f) is %.1f %% (%.1f to %.1f), appetite is %.1f %%",
                point.amount(),
                100 * probability.value(),
                100 * probability.low(),
                100 * probability.high(),
                100 * point.probability());
    }

    private static boolean isTooMany(Severity severity, int most, List<Risk> risks, Collection<String> reasons) {
        long real = risks.stream()
                .filter(risk -> risk.confirmed() && risk.severity() == severity)
                .filter(risk -> risk.acceptance()
                        .filter(one -> one.standing() == Accepted.Standing.HOLDS)
                        .isEmpty())
                .count();
        if (real > most) {
            reasons.add(real + " " + severity.word() + " risks that nobody accepted, appetite is " + most);
        }
        return real > most;
    }
}
