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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<Severity> above = above(appetite, risks);
        above.forEach(severity -> reasons.add(real(severity, risks) + " " + severity.word()
                + " risks that nobody accepted, appetite is " + most(severity, appetite)));
        return new AppetiteResult(
                above.isEmpty() ? verdict : AppetiteResult.Verdict.EXCEEDED,
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

    /** Of which severities there are more risks than are borne, the worst first. */
    static Set<Severity> above(RiskSettings.Appetite appetite, List<Risk> risks) {
        return Stream.of(Severity.CRITICAL, Severity.HIGH)
                .filter(severity -> real(severity, risks) > most(severity, appetite))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int most(Severity severity, RiskSettings.Appetite appetite) {
        return severity == Severity.CRITICAL ? appetite.critical() : appetite.high();
    }

    private static long real(Severity severity, List<Risk> risks) {
        return risks.stream()
                .filter(risk -> risk.confirmed() && risk.severity() == severity)
                .filter(risk -> risk.acceptance()
                        .filter(one -> one.standing() == Accepted.Standing.HOLDS)
                        .isEmpty())
                .count();
    }
}
