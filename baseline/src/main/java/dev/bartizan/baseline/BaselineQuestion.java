package dev.bartizan.baseline;

import dev.bartizan.knowledge.Checks;

/**
 * Which baseline controls hold?
 *
 * @param threads how many may be used; the answer does not depend on it
 */
public record BaselineQuestion(Checks checks, BaselineSettings settings, int threads) {
    public BaselineQuestion {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed");
        }
    }
}
