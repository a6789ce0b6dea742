package dev.bartizan.network.model;

/** What a rule does with a connection that it matches. */
public enum Action {
    ALLOW,
    DENY,
    /** Leaves it to the next tier. */
    PASS
}
