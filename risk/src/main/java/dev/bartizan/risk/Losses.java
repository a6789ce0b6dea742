package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.risk.loss.Band;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.InputBand;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The yearly losses of all real risks together, without and with the controls that are evidenced.
 *
 * @param curves empty when nothing can be lost, or too often for a curve
 * @param residual where the residual curve would lie if the inputs were known
 * @param why there is no curve, if there is none although something can be lost
 */
record Losses(Optional<Curves> curves, Optional<Band> residual, Optional<String> why) {
    /** With more scenarios than this, those whose events cost alike are one: together they happen as often as all of them. */
    private static final int MOST_SCENARIOS = 300;

    private static final int DRAWS = 120;
    private static final long SEED = 1;

    /** Nine of ten placeholders of a loss are off by less than this factor, all in one direction: the same hand judged them. */
    private static final double OFF = 3;

    private static final int POINTS = 48;
    private static final double RAREST = 1e-4;
    private static final List<Double> QUANTILES = List.of(0.1, 0.05, 0.01, 0.001);

    static Losses of(List<Exposure> exposures) {
        List<Exposure> real = real(exposures);
        if (!hasCurve(real)) {
            return new Losses(
                    Optional.empty(),
                    Optional.empty(),
                    real.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "There is no curve of losses: more than 1,000 events a year are a running cost, not a risk."));
        }
        List<LossScenario> before = few(scenarios(real, exposure -> 1, exposure -> 1));
        List<LossScenario> after = few(residual(real));
        LossCurve inherent = LossCurve.of(before);
        LossCurve residual = LossCurve.of(after);
        Band band = InputBand.of(residual, after, error(real), DRAWS, SEED);
        return new Losses(
                Optional.of(new Curves(
                        facts(inherent, Optional.empty()), facts(residual, Optional.of(band)), calibrated(real))),
                Optional.of(band),
                Optional.empty());
    }

    /** Those that add to a curve. */
    static List<Exposure> real(List<Exposure> exposures) {
        return exposures.stream()
                .filter(exposure -> exposure.isConfirmed() && exposure.isOpen())
                .filter(exposure -> exposure.residual() > 0)
                .toList();
    }

    /** Whether something can be lost, and not so often that it is a running cost. */
    static boolean hasCurve(List<Exposure> real) {
        double events = real.stream()
                .mapToDouble(exposure -> LossScenario.most(exposure.frequency()))
                .sum();
        return !real.isEmpty() && events <= LossScenario.HIGHEST_FREQUENCY;
    }

    /** What happens with the controls that are evidenced, each scenario by itself. */
    static List<LossScenario> residual(List<Exposure> real) {
        return scenarios(
                real, Exposure::eventsLeft, exposure -> exposure.effect().loss());
    }

    /** Of those that stand on own figures, when others do not. */
    private static Optional<Curve> calibrated(List<Exposure> real) {
        List<Exposure> own = real.stream().filter(Exposure::isCalibrated).toList();
        if (own.isEmpty() || own.size() == real.size()) {
            return Optional.empty();
        }
        List<LossScenario> scenarios = few(residual(own));
        LossCurve curve = LossCurve.of(scenarios);
        return Optional.of(facts(curve, Optional.of(InputBand.of(curve, scenarios, error(own), DRAWS, SEED))));
    }

    private static Distribution error(List<Exposure> exposures) {
        return exposures.stream().allMatch(Exposure::hasOwnLoss) ? new Fixed(1) : Lognormal.ofInterval90(1 / OFF, OFF);
    }

    private static List<LossScenario> scenarios(
            List<Exposure> exposures, ToDoubleFunction<Exposure> events, ToDoubleFunction<Exposure> loss) {
        var scenarios = new ArrayList<LossScenario>();
        for (Exposure exposure : exposures) {
            scenarios.addAll(exposure.losses(events.applyAsDouble(exposure), loss.applyAsDouble(exposure)));
        }
        return scenarios;
    }

    /** What a curve is made of: not too many independent scenarios with the same expected loss. */
    static List<LossScenario> few(List<LossScenario> scenarios) {
        return scenarios.size() <= MOST_SCENARIOS ? scenarios : alike(scenarios);
    }

    private static List<LossScenario> alike(List<LossScenario> scenarios) {
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

    private static Curve facts(LossCurve curve, Optional<Band> band) {
        List<Double> amounts = amounts(curve);
        return new Curve(
                points(amounts, amount -> curve.exceedance(amount).value()),
                band.map(known -> points(amounts, amount -> known.at(amount).low()))
                        .orElse(List.of()),
                band.map(known -> points(amounts, amount -> known.at(amount).high()))
                        .orElse(List.of()),
                curve.annualLoss(),
                QUANTILES.stream()
                        .flatMap(probability ->
                                curve
                                        .quantile(1 - probability)
                                        .map(loss -> new Point(loss.value(), probability))
                                        .stream())
                        .toList(),
                curve.method().numericalError());
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

    private static List<Point> points(List<Double> amounts, ToDoubleFunction<Double> probability) {
        return amounts.stream()
                .map(amount -> new Point(amount, probability.applyAsDouble(amount)))
                .toList();
    }
}
