package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.AppetiteResult.Verdict;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.Severity;
import dev.bartizan.risk.loss.LossCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds the residual curve, with its band, against what is borne. */
final class Tolerance {
    private Tolerance() {}

    static AppetiteResult of(RiskSettings.Appetite appetite, List<Risk> risks, Losses losses) {
        var reasons = new ArrayList<String>();
        Optional<Point> crossing = Optional.empty();
        double excess = 0;
        var worst = Verdict.MET;
        for (RiskSettings.Point borne : appetite.curve()) {
            double likely = exceedance(losses.residual(), borne.loss());
            double low = exceedance(losses.residualLow(), borne.loss());
            double high = exceedance(losses.residualHigh(), borne.loss());
            Verdict verdict =
                    low > borne.probability() ? Verdict.EXCEEDED : high > borne.probability() ? Verdict.STRADDLES : Verdict.MET;
            if (likely > borne.probability()) {
                excess += (likely - borne.probability()) * borne.loss();
                crossing = crossing.isEmpty() ? Optional.of(new Point(borne.loss(), likely)) : crossing;
            }
            if (verdict != Verdict.MET) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "P(loss > %,.0f) is %.1f %% (%.1f to %.1f), appetite is %.1f %%",
                        borne.loss(),
                        100 * likely,
                        100 * low,
                        100 * high,
                        100 * borne.probability()));
            }
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        boolean isTooMany = isTooMany(Severity.CRITICAL, appetite.critical(), risks, reasons)
                | isTooMany(Severity.HIGH, appetite.high(), risks, reasons);
        return new AppetiteResult(
                isTooMany ? Verdict.EXCEEDED : worst,
                appetite.curve().stream()
                        .map(point -> new Point(point.loss(), point.probability()))
                        .toList(),
                crossing,
                excess,
                risks.stream().filter(Risk::confirmed).allMatch(Risk::calibrated),
                reasons);
    }

    private static double exceedance(Optional<LossCurve> curve, double loss) {
        return curve.map(one -> one.exceedance(loss).value()).orElse(0.0);
    }

    private static boolean isTooMany(Severity severity, int most, List<Risk> risks, List<String> reasons) {
        long real = risks.stream()
                .filter(risk -> risk.confirmed() && risk.severity() == severity)
                .filter(risk -> risk.acceptance()
                        .filter(one -> one.standing()
                                == Accepted.Standing.HOLDS)
                        .isEmpty())
                .count();
        if (real > most) {
            reasons.add(real + " " + severity.word() + " risks that nobody accepted, appetite is " + most);
        }
        return real > most;
    }
}
