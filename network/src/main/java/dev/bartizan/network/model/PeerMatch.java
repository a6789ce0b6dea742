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

    /** The machines of the cluster, and with them the pods that have their addresses. */
    record Nodes() implements PeerMatch {}

    /** The machine of the pod that the policy is about, and the pods that have its addresses; which those are is in no file. */
    record OwnNode() implements PeerMatch {}

    /** Somebody by name. */
    record Named(Outsider outsider) implements PeerMatch {}

    /** Everybody: what a rule without peers says. */
    record Anybody() implements PeerMatch {}

    /** Whoever is meant by each of them. */
    record AllOf(List<PeerMatch> peers) implements PeerMatch {
        public AllOf {
            peers = List.copyOf(peers);
        }
    }

    /** Whoever is not meant. */
    record Not(PeerMatch peer) implements PeerMatch {}

    /** Whoever is meant by one of them. */
    static PeerMatch anyOf(List<PeerMatch> peers) {
        return peers.size() == 1
                ? peers.getFirst()
                : new Not(new AllOf(peers.stream().<PeerMatch>map(Not::new).toList()));
    }
}
