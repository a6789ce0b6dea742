package dev.bartizan.network.model;

import dev.bartizan.source.Location;
import java.util.List;

/**
 * What a policy says about some connections of its pods.
 *
 * @param name its author gave it, or where it stands in its list
 * @param peers any of them; none: nobody
 * @param ports any of them; none: all ports of all protocols
 */
public record Rule(
        Direction direction,
        int index,
        String name,
        Action action,
        List<PeerMatch> peers,
        List<PortMatch> ports,
        Location location) {
    public Rule {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }
}
