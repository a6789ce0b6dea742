package dev.bartizan.network;

import dev.bartizan.network.engine.Limit;
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

    /**
     * Ports that are open for some requests of HTTP only.
     *
     * @param only those that pass, in words; none: all
     * @param without those that are denied before, in words
     */
    public record RequestLimit(Ports ports, List<String> only, List<String> without) {
        public RequestLimit {
            only = List.copyOf(only);
            without = List.copyOf(without);
        }

        static RequestLimit of(Limit limit) {
            return new RequestLimit(
                    new Ports(limit.ports()),
                    limit.only().stream().map(Object::toString).distinct().toList(),
                    limit.without().stream().map(Object::toString).distinct().toList());
        }

        /** The same of fewer ports. */
        RequestLimit at(Ports some) {
            return new RequestLimit(ports.and(some), only, without);
        }

        /** {@code TCP 8080 (GET /v1/*)}. */
        @Override
        public String toString() {
            String but = without.isEmpty() ? "" : "not " + String.join(" or ", without);
            return ports + " (" + String.join(" or ", only) + (only.isEmpty() || but.isEmpty() ? "" : ", ") + but + ")";
        }
    }
}
