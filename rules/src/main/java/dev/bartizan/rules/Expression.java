package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.cel.common.types.StructType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A compiled expression of a {@link Language}. Several threads may evaluate it at once. */
public final class Expression {
    /** With more gaps than this, none is tried out. */
    private static final int MOST_TRIED = 8;

    private final String source;
    private final Program program;
    private final SortedMap<String, String> variables;
    private final Map<String, StructType> types;

    Expression(String source, Program program, SortedMap<String, String> variables, Map<String, StructType> types) {
        this.source = source;
        this.program = program;
        this.variables = variables;
        this.types = Map.copyOf(types);
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /**
     * Confirmed, refuted, or undecided because of gaps of which each can change the answer.
     *
     * @param things by variable, those that the expression was compiled with
     * @throws IllegalStateException if evaluating fails for another reason than something unknown
     */
    public Truth evaluate(Map<String, ? extends Thing> things) {
        Truth truth = run(things, new TreeMap<>());
        return switch (truth) {
            case Truth.Undecided undecided
            when undecided.gaps().size() > 1 && undecided.gaps().size() <= MOST_TRIED -> settling(things, undecided);
            case Truth.Undecided undecided -> undecided;
            case Truth.Confirmed confirmed -> confirmed;
            case Truth.Refuted refuted -> refuted;
        };
    }

    /** Without the gaps that were met but make no difference, as in {@code (unknown || true) && other}. */
    private Truth settling(Map<String, ? extends Thing> things, Truth.Undecided undecided) {
        SortedSet<String> kept = new TreeSet<>();
        for (String gap : undecided.gaps()) {
            Truth yes = run(things, new TreeMap<>(Map.of(gap, true)));
            Truth no = run(things, new TreeMap<>(Map.of(gap, false)));
            if (!yes.equals(no) || mentions(yes, gap)) {
                kept.add(gap);
            }
        }
        return kept.isEmpty() ? undecided : new Truth.Undecided(kept);
    }

    /** What is no flag cannot be tried out and stays. */
    private static boolean mentions(Truth truth, String gap) {
        return truth instanceof Truth.Undecided undecided && undecided.gaps().contains(gap);
    }

    private Truth run(Map<String, ? extends Thing> things, SortedMap<String, Boolean> assumed) {
        var evaluation = new ThingValue.Evaluation(types, new TreeSet<>(), assumed);
        var values = new HashMap<String, Object>();
        variables.forEach((name, type) -> {
            Thing thing = things.get(name);
            if (thing == null) {
                throw new IllegalArgumentException("nothing is given for " + name);
            }
            values.put(name, new ThingValue(thing, type, evaluation));
        });
        try {
            return Truth.of((Boolean) program.eval(values));
        } catch (CelEvaluationException exception) {
            if (evaluation.gaps().isEmpty()) {
                throw new IllegalStateException("evaluating '" + source + "' failed", exception);
            }
            return new Truth.Undecided(evaluation.gaps());
        }
    }
}
