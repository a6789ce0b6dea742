package dev.bartizan.network;

import dev.bartizan.network.forms.Quoting;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.Pod;
import java.util.Comparator;

/**
 * One side of a connection.
 *
 * @param namespace empty outside of the cluster
 * @param name of the workload, or the range of addresses
 * @param kind of the workload, or {@code External}; empty for one that stands for a workload nobody knows
 * @param party number of its class: peers of one class are alike to every policy
 */
public record Peer(String namespace, String name, String kind, int party) implements Comparable<Peer> {
    private static final Comparator<Peer> ORDER =
            Comparator.comparing(Peer::label).thenComparingInt(Peer::party);

    private static final String EXTERNAL = "External";

    static Peer workload(String namespace, String name, String kind, int party) {
        return new Peer(Quoting.printable(namespace), Quoting.printable(name), Quoting.printable(kind), party);
    }

    static Peer workload(Pod pod, int party) {
        return workload(pod.namespace(), pod.name(), pod.kind(), party);
    }

    static Peer external(String addresses, int party) {
        return new Peer("", addresses, EXTERNAL, party);
    }

    /** Stands for the pods of a workload that nobody knows. */
    static Peer placeholder(String name, int party) {
        return new Peer("", name, "", party);
    }

    static Peer outsider(Outsider outsider, int party) {
        String name = switch (outsider.kind()) {
            case NODES -> "nodes";
            case API_SERVER -> "api-server";
            case DOMAIN -> Quoting.printable(outsider.name());
        };
        return new Peer("", name, outsider.kind() == Outsider.Kind.DOMAIN ? "Domain" : "Cluster", party);
    }

    /** Whether it is no workload: addresses, a domain, the machines of the cluster. */
    public boolean isExternal() {
        return namespace.isEmpty();
    }

    /** Whether it stands for a workload that the files do not hold. */
    boolean isPlaceholder() {
        return kind.isEmpty();
    }

    @Override
    public int compareTo(Peer other) {
        return ORDER.compare(this, other);
    }

    boolean isNamed(String text) {
        return (!isExternal() || isPlaceholder()) && (text.equals(namespace + "/" + name) || text.equals(name));
    }

    /** {@code shop/web[Deployment]}, {@code 0.0.0.0-255.255.255.255[External]}, <code>{ingress-controller}</code>. */
    public String label() {
        return isPlaceholder() ? "{" + name + "}" : (isExternal() ? "" : namespace + "/") + name + "[" + kind + "]";
    }
}
