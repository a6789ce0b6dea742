package dev.bartizan.graph;

import java.util.List;

/**
 * Peers that no policy tells apart.
 *
 * @param members pods of the platform
 * @param addresses outside of the cluster, {@code 0.0.0.0-255.255.255.255}; empty for pods
 */
public record PeerClass(List<Member> members, String addresses) {
    public PeerClass {
        members = List.copyOf(members);
    }

    /**
     * The pods of one template.
     *
     * @param asset index of the workload that makes them
     * @param part tells the templates of one workload apart: {@code /headGroupSpec}; empty when there is one
     */
    public record Member(int asset, String part) {}

    /** Whether it is a range of addresses outside of the cluster. */
    public boolean isOutside() {
        return members.isEmpty();
    }
}
