package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** A compiled expression of a {@link Language}. Several threads may evaluate it at once. */
public final class Expression {
    /** With more gaps than this, none is tried out. */
    private static final int MOST_TRIED = 8;

    /** An expression, or a part of one, that can be evaluated. */
    @FunctionalInterface
    interface Formula {
        /** The value of what hangs on something that nobody knows; the evaluation holds what. */
        enum Unknown {
            UNKNOWN
        }

        /** A Boolean, Long, String, Thing, a List of such, or {@link Unknown}. */
        Object of(Evaluation evaluation);
    }

    private final String source;
    private final Formula formula;
    private final int slots;

    /** @param slots how many values of loops it keeps at once */
    Expression(String source, Formula formula, int slots) {
        this.source = source;
        this.formula = formula;
        this.slots = slots;
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
        Evaluation evaluation = Evaluation.of(things, slots);
        Truth truth = run(evaluation);
        int gaps = evaluation.gaps().size();
        return truth instanceof Truth.Undecided undecided && gaps > 1 && gaps <= MOST_TRIED
                ? settling(evaluation.remembering(), undecided)
                : truth;
    }

    /** Without the gaps that were met but make no difference, as in {@code (unknown || true) && other}. */
    private Truth settling(Evaluation evaluation, Truth.Undecided undecided) {
        SortedSet<String> kept = new TreeSet<>();
        for (String gap : undecided.gaps()) {
            Truth yes = run(evaluation.assuming(gap, true));
            Truth no = run(evaluation.assuming(gap, false));
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

    private Truth run(Evaluation evaluation) {
        return switch (formula.of(evaluation)) {
            case Formula.Unknown ignored -> new Truth.Undecided(evaluation.gaps());
            case Object truth -> Truth.of((Boolean) truth);
        };
    }
}
