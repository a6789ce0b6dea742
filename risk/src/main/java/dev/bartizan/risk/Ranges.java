package dev.bartizan.risk;

import dev.bartizan.graph.RiskSettings.Factors;
import dev.bartizan.graph.RiskSettings.Range;
import dev.bartizan.risk.fair.FairTree;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.Pert;

/** Distributions of figures as owners state them. */
final class Ranges {
    private Ranges() {}

    static Distribution distribution(Range range) {
        if (range.low() == range.high()) {
            return new Fixed(range.low());
        }
        return range.mode()
                .<Distribution>map(mode -> new Pert(
                        range.low(),
                        mode,
                        range.high(),
                        Pert.USUAL_GAMMA,
                        range.shape()
                                .filter(Range.Shape.PERT_BY_DEVIATION::equals)
                                .map(byDeviation -> Pert.Shape.BY_DEVIATION)
                                .orElse(Pert.Shape.STANDARD)))
                .orElseGet(() -> Lognormal.ofInterval90(range.low(), range.high()));
    }

    static FairTree tree(Factors factors) {
        double vulnerability = factors.vulnerability()
                .or(() -> factors.capability()
                        .flatMap(capability -> factors.strength()
                                .map(strength ->
                                        FairTree.vulnerability(distribution(capability), distribution(strength)))))
                .orElse(1.0);
        return new FairTree(
                distribution(factors.contacts()),
                factors.action(),
                vulnerability,
                distribution(factors.primary()),
                factors.secondary()
                        .map(secondary ->
                                new FairTree.Secondary(secondary.probability(), distribution(secondary.loss()))));
    }
}
