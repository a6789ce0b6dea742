package dev.bartizan.risk;

import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.risk.control.ControlEffect;
import dev.bartizan.risk.loss.Distribution;
import java.util.List;

/**
 * How often a scenario happens and what it costs.
 *
 * @param frequency events a year without any control
 * @param ends of nine of ten frequencies
 * @param magnitude loss of one event without any control
 * @param impact what is lost
 * @param value of its dearest asset, from 0 to 3
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

    /** Expected loss of a year without any control. */
    double inherent() {
        return frequency.mean() * magnitude.mean();
    }

    /** Expected loss of a year with the controls that are evidenced. */
    double residual() {
        return inherent() * eventsLeft() * effect.loss();
    }
}
