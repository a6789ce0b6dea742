package dev.bartizan.rules;

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
