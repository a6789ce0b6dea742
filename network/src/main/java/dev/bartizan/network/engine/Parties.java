package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Assumptions.Blocks;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import java.util.BitSet;
import java.util.List;

/**
 * All that connections go from and to, under one numbering: classes of pods first, then ranges of addresses outside, then those whom policies name.
 *
 * @param outsiders in their order
 */
record Parties(PodClasses pods, AddressClasses addresses, List<Outsider> outsiders, Assumptions assumptions) {
    Parties {
        outsiders = List.copyOf(outsiders);
    }

    /**
     * Who is meant.
     *
     * @param maybe those who are if an assumption holds, none of whom is certain
     */
    record Meant(BitSet sure, BitSet maybe) {
        static Meant of(BitSet sure) {
            return new Meant(sure, new BitSet());
        }

        /** The same, if an assumption holds. */
        Meant assumed() {
            var all = (BitSet) sure.clone();
            all.or(maybe);
            return new Meant(new BitSet(), all);
        }

        boolean isNobody() {
            return sure.isEmpty() && maybe.isEmpty();
        }
    }

    int count() {
        return firstOutsider() + outsiders.size();
    }

    private int firstOutsider() {
        return pods.count() + addresses.ranges().size();
    }

    boolean isPod(int party) {
        return party < pods.count();
    }

    boolean isOutsider(int party) {
        return party >= firstOutsider();
    }

    AddressRange addressesOf(int party) {
        return addresses.ranges().get(party - pods.count());
    }

    Outsider outsider(int party) {
        return outsiders.get(party - firstOutsider());
    }

    /** Whether a class of pods is seen as its node. */
    boolean isNode(int party) {
        return isPod(party)
                && assumptions.hostNetworkIsNode()
                && pods.pod(party).isOnHostNetwork();
    }

    /** The classes that are seen as their nodes. */
    BitSet nodes() {
        var nodes = new BitSet();
        for (int i = 0; i < pods.count(); i++) {
            nodes.set(i, isNode(i));
        }
        return nodes;
    }

    /** Those whom one of the peers means. */
    Meant meant(List<PeerMatch> peers) {
        var sure = new BitSet();
        var maybe = new BitSet();
        for (PeerMatch peer : peers) {
            Meant meant = meant(peer);
            sure.or(meant.sure());
            maybe.or(meant.maybe());
        }
        maybe.andNot(sure);
        return new Meant(sure, maybe);
    }

    private Meant meant(PeerMatch peer) {
        return switch (peer) {
            case PeerMatch.Anybody() -> Meant.of(everybody());
            case PeerMatch.Pods(var match) -> Meant.of(pods.classes(match));
            case PeerMatch.Nodes() -> Meant.of(machines());
            case PeerMatch.OwnNode() -> new Meant(new BitSet(), machines());
            case PeerMatch.Named(var outsider) -> Meant.of(only(outsider));
            case PeerMatch.Addresses block -> addresses(block);
            case PeerMatch.AllOf(var parts) -> all(parts);
            case PeerMatch.Not(var part) -> not(meant(part));
        };
    }

    private BitSet everybody() {
        var all = new BitSet();
        all.set(0, count());
        return all;
    }

    private BitSet machines() {
        BitSet machines = only(new Outsider(Outsider.Kind.NODES, ""));
        machines.or(nodes());
        return machines;
    }

    private BitSet only(Outsider outsider) {
        var only = new BitSet();
        int at = outsiders.indexOf(outsider);
        if (at >= 0) {
            only.set(firstOutsider() + at);
        }
        return only;
    }

    /** Where those who have addresses that no file tells are concerned, only a block of all addresses is certain. */
    private Meant addresses(PeerMatch.Addresses block) {
        var sure = new BitSet();
        addresses.addTo(block, pods.count(), sure);
        var unknown = new BitSet();
        unknown.set(firstOutsider(), count());
        if (assumptions.blocks() == Blocks.BY_ADDRESS) {
            unknown.set(0, pods.count());
        }
        if (block.block().isAll() && block.except().isEmpty()) {
            sure.or(unknown);
            unknown.clear();
        }
        if (assumptions.blocks() == Blocks.NOT_KNOWN) {
            unknown.set(0, pods.count());
        }
        return new Meant(sure, unknown);
    }

    private Meant all(List<PeerMatch> parts) {
        BitSet sure = everybody();
        BitSet possible = everybody();
        for (PeerMatch part : parts) {
            Meant meant = meant(part);
            sure.and(meant.sure());
            var either = (BitSet) meant.sure().clone();
            either.or(meant.maybe());
            possible.and(either);
        }
        possible.andNot(sure);
        return new Meant(sure, possible);
    }

    private Meant not(Meant meant) {
        BitSet sure = everybody();
        sure.andNot(meant.sure());
        sure.andNot(meant.maybe());
        return new Meant(sure, meant.maybe());
    }
}
