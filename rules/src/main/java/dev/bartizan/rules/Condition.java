package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.List;

/**
 * What a check asks, in a form without code: tests of values at paths, joined by all, any, not and quantifiers over lists and relations. Read by
 * {@link ConditionReader}; answered in Kleene's logic, so that what is not known stays undecided unless it does not matter.
 */
public sealed interface Condition permits AllOf, Condition.Not, ValueTest, SomeItem, SomeRelated, Condition.Doubt {

    /** The answer for what the frame is bound to. Allocates nothing unless it is undecided. */
    Truth test(Frame frame);

    /** The answer with the values that decided it. The frame must have pointers. */
    Explanation explain(Frame frame);

    /** At least one of these. */
    static Condition any(List<Condition> parts) {
        return new Not(new AllOf(parts.stream().map(Condition::not).toList()));
    }

    /** The opposite. */
    default Condition not() {
        return this instanceof Not(Condition part) ? part : new Not(this);
    }

    /** {@code not: {...}} */
    record Not(Condition part) implements Condition {
        @Override
        public Truth test(Frame frame) {
            return part.test(frame).not();
        }

        @Override
        public Explanation explain(Frame frame) {
            return part.explain(frame).not();
        }
    }

    /** {@code doubt: {when: {...}, because: ...}}: true, unless something is there that may change it and cannot be read. */
    record Doubt(Condition when, String because) implements Condition {
        @Override
        public Truth test(Frame frame) {
            return when.test(frame).isRefuted() ? Truth.CONFIRMED : Truth.undecided(because);
        }

        @Override
        public Explanation explain(Frame frame) {
            return new Explanation(test(frame), when.explain(frame).witnesses());
        }
    }
}
