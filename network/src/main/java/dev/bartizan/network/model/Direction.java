package dev.bartizan.network.model;

/** Of a connection, seen from the pod that a policy selects; the side that opens the connection counts, answers come back by themselves. */
public enum Direction {
    INGRESS,
    EGRESS
}
