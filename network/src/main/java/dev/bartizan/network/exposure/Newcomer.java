package dev.bartizan.network.exposure;

import java.util.Comparator;

/**
 * Pods that could be made, in the words of np-guard's netpol-analyzer.
 *
 * @param namespaces {@code shop}, {@code all namespaces}, {@code namespace with {team=edge}}; empty for the entire cluster
 * @param isOneNamespace whether it is the name of one
 * @param pods {@code all pods}, {@code pod with {app=web}}
 */
public record Newcomer(String namespaces, boolean isOneNamespace, String pods) implements Comparable<Newcomer> {
    /** Whoever may come. */
    public static final Newcomer ANYBODY = new Newcomer("", false, "entire-cluster");

    private static final Comparator<Newcomer> ORDER = Comparator.comparing(Newcomer::label);

    /** {@code shop/[pod with {app=web}]}, {@code [all namespaces]/[all pods]}, {@code entire-cluster}. */
    public String label() {
        if (isAnybody()) {
            return pods;
        }
        return (isOneNamespace ? namespaces : "[" + namespaces + "]") + "/[" + pods + "]";
    }

    public boolean isAnybody() {
        return namespaces.isEmpty();
    }

    @Override
    public int compareTo(Newcomer other) {
        return ORDER.compare(this, other);
    }
}
