package dev.bartizan.risk;

import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.risk.control.ControlEffect;
import dev.bartizan.risk.fair.FairTree;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.LossScenario;
import java.util.List;
import java.util.Optional;

/**
 * How often a scenario happens and what it costs.
 *
 * @param frequency events a year without any control
 * @param ends of nine of ten frequencies
 * @param magnitude loss of one event without any control
 * @param impact what is lost
 * @param value of its dearest asset, from 0 to 3
 * @param tree the factors that frequency and magnitude come from, if somebody gave them
 * @param hasOwnFrequency whether the frequency is the owner's own figure
 * @param hasOwnLoss whether the loss is
 * @param effect of the controls that are evidenced
 * @param openShare of its places at which it is not over, from 0 to 1
 * @param arithmetic how the controls count, a sentence each
 */
record Exposure(
        ThreatScenario scenario,
        Distribution frequency,
        Ends ends,
        Distribution magnitude,
        Optional<FairTree> tree,
        Threat.Impact impact,
        int value,
        boolean hasOwnFrequency,
        boolean hasOwnLoss,
        ControlEffect effect,
        double openShare,
        List<String> arithmetic) {
    /** The 5 % and the 95 % quantile. */
    record Ends(double low, double high) {
        private static final double LOW = 0.05;
        private static final double HIGH = 0.95;

        static Ends of(Distribution distribution) {
            return new Ends(distribution.quantile(LOW), distribution.quantile(HIGH));
        }
    }

    boolean isConfirmed() {
        return scenario.truth().isConfirmed();
    }

    boolean isCalibrated() {
        return hasOwnFrequency && hasOwnLoss;
    }

    boolean isOpen() {
        return openShare > 0;
    }

    /** What remains of the number of events. */
    double eventsLeft() {
        return effect.events() * openShare;
    }

    /** What curves of losses are made of. */
    List<LossScenario> losses(double events, double loss) {
        List<LossScenario> parts = tree.map(factors -> factors.scenarios(scenario.id()))
                .orElseGet(() -> List.of(new LossScenario(scenario.id(), frequency, magnitude)));
        return parts.stream()
                .map(part -> new LossScenario(
                        part.id(),
                        part.frequency().times(events),
                        part.severity().times(loss)))
                .toList();
    }

    /** Expected loss of a year without any control. */
    double inherent() {
        return frequency.mean() * magnitude.mean();
    }

    /** Expected loss of a year with the controls that are evidenced. */
    double residual() {
        return inherent() * eventsLeft() * effect.loss();
    }
}
