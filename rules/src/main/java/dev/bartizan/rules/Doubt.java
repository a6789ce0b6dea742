package dev.bartizan.rules;

import dev.bartizan.graph.Truth;

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
