package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.risk.loss.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The yearly losses of all risks together. The band is drawn by moving all frequencies to their 5th and 95th percentile at once; what is undecided counts at its upper end alone.
 *
 * @param curves empty when nothing can be lost, or too often for a curve
 * @param residualLow the residual curve at the lower end of the band
 * @param residualHigh at the upper end
 * @param why there is no curve, if there is none although something can be lost
 */
record Losses(
        Optional<Curves> curves,
        Optional<LossCurve> residual,
        Optional<LossCurve> residualLow,
        Optional<LossCurve> residualHigh,
        Optional<String> why) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** With more scenarios than this, those whose events cost alike are one: together they happen as often as all of them. */
    private static final int MOST_SCENARIOS = 300;

    /** What happens more often is a running cost and no risk. */
    private static final double MOST_EVENTS = LossScenario.HIGHEST_FREQUENCY;

    private static final int POINTS = 48;
    private static final double RAREST = 1e-4;
    private static final List<Double> QUANTILES = List.of(0.1, 0.05, 0.01, 0.001);

    static Losses of(List<Exposure> exposures) {
        double events = exposures.stream()
                .mapToDouble(exposure -> exposure.frequency().highest())
                .sum();
        if (exposures.stream().noneMatch(Exposure::isOpen)) {
            return new Losses(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (events > MOST_EVENTS) {
            return new Losses(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("There is no curve of losses: more than 1,000 events a year are a running cost, not a risk."));
        }
        Predicate<Exposure> real = Exposure::isConfirmed;
        var inherent = new Band(exposures, exposure -> 1, exposure -> 1);
        var residual = new Band(
                exposures, Exposure::eventsLeft, exposure -> exposure.effect().loss());
        var likely = residual.curve(real, Exposure::frequency, Resolution.USUAL);
        var low = residual.curve(real, exposure -> new Fixed(exposure.frequency().quantile(LOW)), Resolution.COARSE);
        var high = residual.curve(one -> true, exposure -> new Fixed(exposure.frequency().quantile(HIGH)), Resolution.COARSE);
        Curve before = inherent.facts(
                inherent.curve(real, Exposure::frequency, Resolution.USUAL),
                inherent.curve(real, exposure -> new Fixed(exposure.frequency().quantile(LOW)), Resolution.COARSE),
                inherent.curve(one -> true, exposure -> new Fixed(exposure.frequency().quantile(HIGH)), Resolution.COARSE));
        return new Losses(
                Optional.of(new Curves(before, residual.facts(likely, low, high))),
                likely,
                low,
                high,
                Optional.empty());
    }

    /** All exposures with a share of their events and of their losses. */
    private record Band(List<Exposure> exposures, ToDoubleFunction<Exposure> events, ToDoubleFunction<Exposure> loss) {
        /** What an exposure's frequency is taken to be. */
        @FunctionalInterface
        interface Frequency {
            Distribution of(Exposure exposure);
        }

        Optional<LossCurve> curve(Predicate<Exposure> counts, Frequency frequency, Resolution resolution) {
            var scenarios = new ArrayList<LossScenario>();
            for (Exposure exposure : exposures) {
                Distribution often = frequency.of(exposure);
                double share = events.applyAsDouble(exposure);
                if (counts.test(exposure) && share > 0 && often.mean() > 0) {
                    scenarios.add(new LossScenario(
                            exposure.scenario().id(),
                            often.times(share),
                            exposure.magnitude().times(loss.applyAsDouble(exposure))));
                }
            }
            return scenarios.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LossCurve.of(few(scenarios), resolution));
        }

        private static List<LossScenario> few(List<LossScenario> scenarios) {
            if (scenarios.size() <= MOST_SCENARIOS) {
                return scenarios;
            }
            var alike = new TreeMap<String, LossScenario>();
            for (LossScenario one : scenarios) {
                alike.merge(
                        one.severity().toString(),
                        new LossScenario(one.id(), new Fixed(one.frequency().mean()), one.severity()),
                        (some, more) -> new LossScenario(
                                some.id(),
                                new Fixed(some.frequency().mean() + more.frequency().mean()),
                                some.severity()));
            }
            return List.copyOf(alike.values());
        }

        Curve facts(Optional<LossCurve> likely, Optional<LossCurve> low, Optional<LossCurve> high) {
            LossCurve widest = high.or(() -> likely).orElseThrow();
            List<Double> amounts = amounts(widest);
            return new Curve(
                    likely.map(curve -> points(curve, amounts)).orElse(List.of()),
                    low.map(curve -> points(curve, amounts)).orElse(List.of()),
                    points(widest, amounts),
                    likely.map(LossCurve::annualLoss).orElse(0.0),
                    likely.map(Band::quantiles).orElse(List.of()),
                    likely.map(curve -> curve.method().numericalError()).orElse(0.0));
        }

        /** Evenly over the orders of magnitude, up to what one year in ten thousand exceeds. */
        private static List<Double> amounts(LossCurve curve) {
            double last = curve.quantile(1 - RAREST)
                    .map(LossCurve.Bounded::value)
                    .orElse(curve.method().end());
            double first = Math.max(1, last / 1e6);
            var amounts = new ArrayList<Double>();
            for (int i = 0; i < POINTS; i++) {
                amounts.add(first * StrictMath.pow(last / first, (double) i / (POINTS - 1)));
            }
            return amounts;
        }

        private static List<Point> points(LossCurve curve, List<Double> amounts) {
            return amounts.stream()
                    .map(amount -> new Point(amount, curve.exceedance(amount).value()))
                    .toList();
        }

        private static List<Point> quantiles(LossCurve curve) {
            return QUANTILES.stream()
                    .flatMap(probability -> curve.quantile(1 - probability)
                            .map(loss -> new Point(loss.value(), probability))
                            .stream())
                    .toList();
        }
    }
}
