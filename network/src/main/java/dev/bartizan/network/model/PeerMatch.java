package dev.bartizan.network.model;

import java.util.List;

/** Who the other side of a connection may be. */
public sealed interface PeerMatch {
    /** Pods, never addresses outside. */
    record Pods(PodMatch match) implements PeerMatch {}

    /**
     * Addresses.
     *
     * @param except within the block
     */
    record Addresses(AddressRange block, List<AddressRange> except) implements PeerMatch {
        public Addresses {
            except = List.copyOf(except);
        }
    }

    /** The machines of the cluster; no file tells their addresses. */
    record Nodes() implements PeerMatch {}

    /** Everybody: what a rule without peers says. */
    record Anybody() implements PeerMatch {}
}
