package dev.bartizan.network;

import dev.bartizan.network.engine.Hearings;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connections that are or may be allowed, by source and receiver, of all peers or of some. A workload's connections to itself and those outside are
 * left out. They are computed while they are gone through, because a platform of ten thousand workloads may have a hundred million.
 */
public final class Connections implements Iterable<Connection> {
    private final Connectivity connectivity;
    private final Optional<Peer> from;
    private final Optional<Peer> to;
    private final Optional<Peer> either;

    private Connections(Connectivity connectivity, Optional<Peer> from, Optional<Peer> to, Optional<Peer> either) {
        this.connectivity = connectivity;
        this.from = from;
        this.to = to;
        this.either = either;
    }

    static Connections of(Connectivity connectivity) {
        return new Connections(connectivity, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Only some of them; what is empty does not narrow.
     *
     * @param either opens or receives them
     */
    public Connections narrowed(Optional<Peer> from, Optional<Peer> to, Optional<Peer> either) {
        return new Connections(connectivity, from, to, either);
    }

    /** The workloads that a drawing shows whether or not they have connections: all, unless only some connections are asked for. */
    public List<Peer> drawn() {
        boolean isNarrowed = from.isPresent() || to.isPresent() || either.isPresent();
        return isNarrowed
                ? List.of()
                : connectivity.peers().stream()
                        .filter(peer -> !peer.isExternal())
                        .toList();
    }

    /** What the workloads asked for are open to besides each other. */
    ExposureLines exposure() {
        return ExposureLines.of(
                connectivity,
                peer -> Stream.of(from, to, either)
                        .allMatch(asked -> asked.map(peer::equals).orElse(true)));
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
    private Stream<Connection> entering() {
        return connectivity.entrance().connections().stream()
                .filter(connection -> from.map(connection.from()::equals).orElse(true))
                .filter(connection -> to.map(connection.to()::equals).orElse(true))
                .filter(connection -> either.map(peer -> peer.equals(connection.from()) || peer.equals(connection.to()))
                        .orElse(true));
    }

    private Stream<Connection> opened(Peer source, Reach reach) {
        return receivers(source)
                .map(receiver -> Connection.of(source, receiver, reach.to(receiver)))
                .filter(connection -> !connection.access().isNone());
    }

    /** Those that the connections asked for may come from. */
    Stream<Peer> sources() {
        return connectivity.peers().stream()
                .filter(peer -> from.map(peer::equals).orElse(true));
    }

    /** Those that a source may have such a connection to, whether or not it does. */
    Stream<Peer> receivers(Peer source) {
        boolean isAsked = either.map(source::equals).orElse(true);
        return connectivity.peers().stream()
                .filter(peer -> to.map(peer::equals).orElse(true))
                .filter(peer -> isAsked || either.map(peer::equals).orElse(true))
                .filter(peer -> !source.equals(peer) && !(source.isExternal() && peer.isExternal()));
    }

    /** All that policies say, of many pairs of peers one after another. */
    Hearings hearings() {
        return connectivity.hearings();
    }
}
