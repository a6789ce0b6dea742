package dev.bartizan.rules;

import dev.cel.common.types.StructType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * An expression as the library evaluates it.
 *
 * @param variables by name, their type
 */
record LibraryFormula(
        String source, Program program, SortedMap<String, String> variables, Map<String, StructType> types)
        implements Formula {
    /** @throws IllegalStateException if evaluating fails for another reason than something unknown */
    @Override
    public Object of(Evaluation evaluation) {
        var values = new HashMap<String, Object>();
        variables.forEach(
                (name, type) -> values.put(name, new ThingValue(evaluation.thing(name), type, types, evaluation)));
        try {
            return program.eval(values);
        } catch (CelEvaluationException exception) {
            if (evaluation.gaps().isEmpty()) {
                throw new IllegalStateException("evaluating '" + source + "' failed", exception);
            }
            return Unknown.UNKNOWN;
        }
    }
}
