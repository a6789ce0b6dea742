package dev.bartizan.risk.portfolio;

import dev.bartizan.risk.control.ControlEffect;
import java.util.List;

/**
 * A scenario that mitigations are to lessen.
 *
 * @param annualLoss expected, before any control
 * @param controls those that stand already
 */
public record Stake(String scenario, double annualLoss, List<ControlEffect.Applied> controls) {
    public Stake {
        if (!(annualLoss >= 0 && Double.isFinite(annualLoss))) {
            throw new IllegalArgumentException("an expected loss is 0 or more, not " + annualLoss);
        }
        controls = List.copyOf(controls);
    }
}
