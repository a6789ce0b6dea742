package dev.bartizan.network.model;

import java.util.Comparator;

/**
 * When a policy is asked within its tier.
 *
 * @param order the smallest first
 * @param tie what decides between policies of one order; where it is the same too, nobody knows which is asked first
 */
public record Rank(double order, String tie) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
            Comparator.comparingDouble(Rank::order).thenComparing(Rank::tie);

    /** That of a NetworkPolicy, as Calico converts it. */
    public static final Rank NETWORK_POLICY = of(1_000);

    /** Without anything that decides between equals. */
    public static Rank of(double order) {
        return new Rank(order, "");
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
