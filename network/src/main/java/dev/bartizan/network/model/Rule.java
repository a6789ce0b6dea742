package dev.bartizan.network.model;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says about some connections of its pods.
 *
 * @param name its author gave it, or where it stands in its list
 * @param peers any of them; none: nobody
 * @param ports any of them; none: all ports of all protocols
 * @param requests the only ones it is about; empty: whole connections. To allow some requests is to allow the connection, to deny some is not to deny it.
 * @param assumption what must hold for the rule to match at all and no file tells: {@code that the sender has a token}
 */
public record Rule(
        Direction direction,
        int index,
        String name,
        Action action,
        List<PeerMatch> peers,
        List<PortMatch> ports,
        Optional<Requests> requests,
        Optional<String> assumption,
        Location location) {
    public Rule {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }

    /** Without an assumption. */
    public Rule(
            Direction direction,
            int index,
            String name,
            Action action,
            List<PeerMatch> peers,
            List<PortMatch> ports,
            Optional<Requests> requests,
            Location location) {
        this(direction, index, name, action, peers, ports, requests, Optional.empty(), location);
    }

    /** About whole connections. */
    public Rule(
            Direction direction,
            int index,
            String name,
            Action action,
            List<PeerMatch> peers,
            List<PortMatch> ports,
            Location location) {
        this(direction, index, name, action, peers, ports, Optional.empty(), location);
    }
}
