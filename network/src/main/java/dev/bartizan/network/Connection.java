package dev.bartizan.network;

import java.util.List;

/**
 * What one peer may open to another.
 *
 * @param allowed certainly
 * @param depends on an assumption that the profile leaves open
 * @param limits of what is allowed, the ports that are open for some requests only
 */
public record Connection(Peer from, Peer to, Ports allowed, Ports depends, List<RequestLimit> limits) {
    public Connection {
        limits = List.copyOf(limits);
    }

    static Connection of(Peer from, Peer to, Access access) {
        return new Connection(from, to, access.allowed(), access.depends(), access.limits());
    }

    Access access() {
        return new Access(allowed, depends, limits);
    }
}
