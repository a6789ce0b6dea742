package dev.bartizan.network;

import dev.bartizan.network.engine.Hearings;
import dev.bartizan.network.model.Direction;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connections that are or may be allowed, by source and receiver, of all peers or of some. A workload's connections to itself and those outside are
 * left out. They are computed while they are gone through, because a platform of ten thousand workloads may have a hundred million.
 */
public final class Connections implements Iterable<Connection> {
    private final Connectivity connectivity;
    private final Set<Peer> from;
    private final Set<Peer> to;
    private final Set<Peer> either;

    private Connections(Connectivity connectivity, Set<Peer> from, Set<Peer> to, Set<Peer> either) {
        this.connectivity = connectivity;
        this.from = from;
        this.to = to;
        this.either = either;
    }

    static Connections of(Connectivity connectivity) {
        return new Connections(connectivity, Set.of(), Set.of(), Set.of());
    }

    /**
     * Only some of them; what is empty does not narrow.
     *
     * @param from one of them opens them
     * @param to one of them receives them
     * @param either one of them opens or receives them
     */
    public Connections narrowed(Collection<Peer> from, Collection<Peer> to, Collection<Peer> either) {
        return new Connections(connectivity, Set.copyOf(from), Set.copyOf(to), Set.copyOf(either));
    }

    /** The workloads that a drawing shows whether or not they have connections: all, unless only some are asked for. */
    public List<Peer> drawn() {
        return connectivity.peers().stream()
                .filter(peer -> !peer.isExternal())
                .filter(peer -> (from.isEmpty() && to.isEmpty()) || from.contains(peer) || to.contains(peer))
                .filter(peer -> isIn(either, peer))
                .toList();
    }

    /** What the workloads asked for are open to besides each other, on the sides asked for. */
    ExposureLines exposure() {
        return ExposureLines.of(
                connectivity,
                peer -> isIn(either, peer) && (from.isEmpty() ? to.isEmpty() : from.contains(peer)),
                peer -> isIn(either, peer) && (to.isEmpty() ? from.isEmpty() : to.contains(peer)));
    }

    private static boolean isIn(Set<Peer> asked, Peer peer) {
        return asked.isEmpty() || asked.contains(peer);
    }

    @Override
    public Iterator<Connection> iterator() {
        return stream().iterator();
    }

    Stream<Connection> stream() {
        Reaches reaches = connectivity.reaches();
        return Stream.concat(sources().flatMap(source -> opened(source, reaches.of(source))), entering());
    }

    /** What comes in through a controller whose pods nobody names; its label comes after all others. */
    Stream<Connection> entering() {
        return connectivity.entrance().connections().stream()
                .filter(connection -> isIn(from, connection.from()) && isIn(to, connection.to()))
                .filter(connection -> isIn(either, connection.from()) || isIn(either, connection.to()));
    }

    private Stream<Connection> opened(Peer source, Reach reach) {
        return receivers(source)
                .map(receiver -> Connection.of(source, receiver, reach.to(receiver)))
                .filter(connection -> !connection.access().isNone());
    }

    /** Those that the connections asked for may come from. */
    Stream<Peer> sources() {
        Set<Peer> asked = within(from, Direction.INGRESS);
        return connectivity.peers(Direction.INGRESS).stream().filter(peer -> isIn(asked, peer));
    }

    /** Those that a source may have such a connection to, whether or not it does. */
    Stream<Peer> receivers(Peer source) {
        boolean isAsked = isIn(within(either, Direction.INGRESS), source);
        Set<Peer> receivers = within(to, Direction.EGRESS);
        Set<Peer> others = within(either, Direction.EGRESS);
        return connectivity.peers(Direction.EGRESS).stream()
                .filter(peer -> isIn(receivers, peer) && (isAsked || isIn(others, peer)))
                .filter(peer -> !source.equals(peer) && !(source.isExternal() && peer.isExternal()));
    }

    private Set<Peer> within(Set<Peer> asked, Direction direction) {
        return asked.stream().map(peer -> connectivity.within(peer, direction)).collect(Collectors.toSet());
    }

    /** Through whose controller they come in. */
    Entrance entrance() {
        return connectivity.entrance();
    }

    /** All that policies say, of many pairs of peers one after another. */
    Hearings hearings() {
        return connectivity.hearings();
    }
}
