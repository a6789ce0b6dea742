package dev.bartizan.network.lint;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.RuleEffects;
import dev.bartizan.network.engine.UnneededRule;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules that change no answer about any connection of the input. */
final class UnneededRules {
    private final Scene scene;

    UnneededRules(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        RuleEffects effects = scene.engine().effects();
        List<Remark> found =
                new ArrayList<>(effects.unneeded().stream().map(this::remark).toList());
        effects.firstLeft().map(policy -> left(policy, effects)).ifPresent(found::add);
        return found;
    }

    private static Remark left(Policy policy, RuleEffects effects) {
        return new Remark(
                LintRule.NOT_ALL_RULES,
                policy.id(),
                policy.location(),
                effects.left() + " rules, one of " + policy.kind() + " " + policy.name() + ", were left after "
                        + effects.decisions() + " comparisons of answers with and without a rule",
                List.of(),
                Truth.undecided("whether these rules change an answer"));
    }

    private Remark remark(UnneededRule unneeded) {
        Policy policy = unneeded.policy();
        Rule rule = unneeded.rule();
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(
                "it matches " + scene.party().apply(unneeded.source()) + " => "
                        + scene.party().apply(unneeded.receiver()),
                rule.location()));
        unneeded.insteadOf()
                .ifPresent(other -> unneeded.instead()
                        .ifPresent(answer -> evidence.add(new Evidence(
                                other.kind() + " " + other.name() + ", " + answer.name() + " answers about that",
                                answer.location()))));
        return new Remark(
                kind(unneeded),
                policy.id(),
                rule.location(),
                policy.kind() + " " + policy.name() + ", " + rule.name() + ": without it every answer is the same",
                evidence,
                Truth.CONFIRMED);
    }

    private static LintRule kind(UnneededRule unneeded) {
        if (unneeded.isContradicted()) {
            return LintRule.CONTRADICTED_RULE;
        }
        return unneeded.isShadowed() ? LintRule.SHADOWED_RULE : LintRule.REDUNDANT_RULE;
    }
}
