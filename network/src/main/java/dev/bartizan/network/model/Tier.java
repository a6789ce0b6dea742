package dev.bartizan.network.model;

import java.util.Comparator;

/**
 * Policies that are asked together. The tiers of a layer are asked in their order; within one the first rule that matches decides, by the ranks of the policies
 * and then as the rules are written. What no rule of a tier matches is denied to the pods that it isolates, and goes on to the next tier for all others. What no
 * tier decides is allowed. The orders are those that Calico gives to its own and the converted tiers (network-policy-api and projectcalico.org/v3 Tier).
 */
public record Tier(Layer layer, String name, double order) implements Comparable<Tier> {
    private static final Comparator<Tier> ORDER =
            Comparator.comparing(Tier::layer).thenComparingDouble(Tier::order).thenComparing(Tier::name);

    /** Of the cluster's administrators, before everything that namespaces say. */
    public static final Tier ADMIN = new Tier(Layer.NETWORK, "admin", 1_000);

    /** Of the namespaces: NetworkPolicy. */
    public static final Tier NAMESPACE = new Tier(Layer.NETWORK, "default", 1_000_000);

    /** Of the cluster's administrators, for what nobody has decided. */
    public static final Tier BASELINE = new Tier(Layer.NETWORK, "baseline", 10_000_000);

    @Override
    public int compareTo(Tier other) {
        return ORDER.compare(this, other);
    }
}
