package dev.bartizan.network.model;

/** In the order in which they are asked (network-policy-api). What no tier decides is allowed. */
public enum Tier {
    /** Of the cluster's administrators, before everything else. */
    ADMIN,
    /** NetworkPolicy: final for the pods that one of them isolates, skipped for all others. */
    NAMESPACE,
    /** Of the cluster's administrators, for what nobody has decided. */
    BASELINE
}
