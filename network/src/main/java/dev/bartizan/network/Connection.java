package dev.bartizan.network;

/**
 * What one peer may open to another.
 *
 * @param allowed certainly
 * @param depends on an assumption that the profile leaves open
 */
public record Connection(Peer from, Peer to, Ports allowed, Ports depends) {

    static Connection of(Peer from, Peer to, Access access) {
        return new Connection(from, to, access.allowed(), access.depends());
    }

    Access access() {
        return new Access(allowed, depends);
    }
}
