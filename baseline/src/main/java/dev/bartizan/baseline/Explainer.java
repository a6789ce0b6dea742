package dev.bartizan.baseline;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Condition;
import dev.bartizan.rules.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Writes down what one check answers for one asset and why, also where it passes or does not apply. */
final class Explainer implements Evaluator.Listener {
    /** Of a check that looked at many values, those that were looked at first. */
    private static final int MOST_EVIDENCE = 20;

    private final String rule;
    private final int asset;
    private final List<CheckExplanation.Part> parts = new ArrayList<>();
    private Verdict worst = Verdict.NOT_APPLICABLE;

    Explainer(String rule, int asset) {
        this.rule = rule;
        this.asset = asset;
    }

    @Override
    public void answered(Plan.Step step, Binding binding, Verdict verdict) {
        if (!step.check().id().equals(rule) || binding.asset() != asset) {
            return;
        }
        worst = worst.worse(verdict);
        binding.point();
        binding.frame().restart();
        Condition deciding = verdict == Verdict.NOT_APPLICABLE
                ? step.part().applies().orElse(step.part().fails())
                : step.part().fails();
        Explanation explanation = deciding.explain(binding.frame());
        List<String> gaps =
                explanation.truth() instanceof Truth.Undecided undecided ? List.copyOf(undecided.gaps()) : List.of();
        List<Evidence> evidence = explanation.witnesses().stream()
                .flatMap(witness -> witness.observations().stream())
                .map(seen -> new Evidence(seen.statement(), seen.location()))
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        parts.add(new CheckExplanation.Part(binding.part(), verdict, gaps, evidence));
    }

    CheckExplanation explanation(String title, String assetId) {
        return new CheckExplanation(rule, title, assetId, worst, parts);
    }
}
