package dev.bartizan.rules;

/** How following a path ended; what it ended at stands in the frame, so that reading allocates nothing. */
enum Outcome {
    /** {@link Frame#found()} is the value, which is not null. */
    FOUND,
    /** Nothing is written there, or null, which the API server treats alike. */
    ABSENT,
    /** A step led through a value that cannot have children: {@link Frame#found()}. */
    MISTYPED,
    /** The root itself is not known: {@link Frame#gap()}. */
    UNKNOWN
}
