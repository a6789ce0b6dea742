package dev.bartizan.knowledge;

import dev.bartizan.graph.Severity;
import dev.bartizan.rules.Condition;
import dev.bartizan.rules.ConditionReader;
import dev.bartizan.rules.Parameters;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A check ready to be evaluated with a profile's parameters.
 *
 * @param cases in the order of the check
 * @param adjustments in the order of the check
 */
public record CompiledCheck(Check check, List<Case> cases, List<Adjustment> adjustments) {

    /** @param applies absent when the check always says something */
    public record Case(CheckCase definition, Optional<Condition> applies, Condition fails) {}

    public record Adjustment(Severity severity, Condition when, String because) {}

    public CompiledCheck {
        cases = List.copyOf(cases);
        adjustments = List.copyOf(adjustments);
    }

    /** Reads the check's conditions; every mistake in them is added to the problems. */
    static CompiledCheck of(Check check, Parameters parameters, List<Problem> problems) {
        var cases = new ArrayList<Case>();
        for (CheckCase definition : check.cases()) {
            var applies = definition.applies(parameters, problems);
            definition.fails(parameters, problems).ifPresent(fails -> cases.add(new Case(definition, applies, fails)));
        }
        var scope = check.cases().getFirst().target().scope();
        var adjustments = new ArrayList<Adjustment>();
        for (Check.Adjustment adjustment : check.adjust()) {
            ConditionReader.read(adjustment.when(), "", scope, parameters, problems)
                    .ifPresent(
                            when -> adjustments.add(new Adjustment(adjustment.severity(), when, adjustment.because())));
        }
        return new CompiledCheck(check, cases, adjustments);
    }
}
