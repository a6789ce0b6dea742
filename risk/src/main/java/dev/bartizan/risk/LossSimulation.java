package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.RiskFacts.Simulated.Held;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.risk.loss.Dependence;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.risk.loss.Simulation;
import java.util.List;
import java.util.Optional;

/**
 * Holds the exact curve of the residual losses against simulated years. Independent scenarios are to agree with it; scenarios that go together show how much heavier the tail is than the exact
 * curve, which is of independent ones, says.
 */
public final class LossSimulation {
    /** Of exceeding the amounts at which both are read. */
    private static final List<Double> PROBABILITIES = List.of(0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001);

    private LossSimulation() {}

    /**
     * What to simulate.
     *
     * @param years 1,000 to 10,000,000
     * @param correlation of the normal numbers behind the numbers of events of any two scenarios, from 0 to below 1
     */
    public record Settings(int years, double correlation, long seed) {
        /** Fewer tell nothing of one year in a thousand. */
        public static final int FEWEST = 1_000;

        /** Eighty megabytes of losses. */
        public static final int MOST = 10_000_000;

        public Settings {
            if (years < FEWEST || years > MOST) {
                throw new IllegalArgumentException("1,000 to 10,000,000 years are simulated, not " + years);
            }
            if (!(correlation >= 0 && correlation < 1)) {
                throw new IllegalArgumentException("a correlation is from 0 to below 1, not " + correlation);
            }
        }
    }

    /** Empty when there is no curve: nothing can be lost, or too often. The same settings give the same figures on any number of threads. */
    public static Optional<Simulated> of(Snapshot snapshot, RiskQuestion question, Settings settings) {
        List<Exposure> real = Losses.real(Exposures.of(snapshot, question));
        return Losses.hasCurve(real) ? Optional.of(simulated(Losses.residual(real), settings)) : Optional.empty();
    }

    /** Scenarios of equal cost become one for the curve; what goes together is drawn scenario by scenario. */
    private static Simulated simulated(List<LossScenario> residual, Settings settings) {
        List<LossScenario> few = Losses.few(residual);
        LossCurve exact = LossCurve.of(few);
        List<LossScenario> drawn = settings.correlation() > 0 ? residual : few;
        Simulation years =
                Simulation.of(drawn, dependence(drawn, settings.correlation()), settings.years(), settings.seed());
        Simulation.Sampled mean = years.annualLoss();
        return new Simulated(
                drawn.size(),
                settings.years(),
                settings.seed(),
                settings.correlation(),
                exact.annualLoss(),
                mean.value(),
                mean.error(),
                PROBABILITIES.stream()
                        .flatMap(probability -> exact.quantile(1 - probability).stream())
                        .map(LossCurve.Bounded::value)
                        .distinct()
                        .map(loss -> held(loss, exact.exceedance(loss), years.exceedance(loss)))
                        .toList());
    }

    private static Dependence dependence(List<LossScenario> scenarios, double correlation) {
        return correlation > 0
                ? new Dependence(
                        Dependence.Target.EVENTS,
                        List.of(new Dependence.Group(
                                scenarios.stream().map(LossScenario::id).toList(), correlation)))
                : Dependence.NONE;
    }

    private static Held held(double loss, LossCurve.Bounded exact, Simulation.Sampled sampled) {
        return new Held(loss, exact.value(), exact.low(), exact.high(), sampled.value(), sampled.error());
    }
}
