package dev.bartizan.network.model;

/**
 * Somebody whom policies name and who is neither a pod nor a range of addresses that a file tells.
 *
 * @param name of a domain {@code api.example.org}, else empty
 */
public record Outsider(Kind kind, String name) implements Comparable<Outsider> {
    /** What it is. */
    public enum Kind {
        /** The machines of the cluster. */
        NODES,
        /** The API server of the cluster. */
        API_SERVER,
        /** The addresses behind a name outside of the cluster. */
        DOMAIN
    }

    @Override
    public int compareTo(Outsider other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }
}
