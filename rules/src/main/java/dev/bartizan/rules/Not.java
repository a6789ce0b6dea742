package dev.bartizan.rules;

import dev.bartizan.graph.Truth;

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
