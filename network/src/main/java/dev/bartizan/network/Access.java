package dev.bartizan.network;

import dev.bartizan.network.Connection.RequestLimit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is open between two peers.
 *
 * @param allowed certainly
 * @param depends on an assumption that the profile leaves open
 * @param limits of what is allowed, the ports that are open for some requests only
 */
record Access(Ports allowed, Ports depends, List<RequestLimit> limits) {
    static final Access NONE = new Access(new Ports(List.of()), new Ports(List.of()));

    Access {
        limits = List.copyOf(limits);
    }

    /** For all requests. */
    Access(Ports allowed, Ports depends) {
        this(allowed, depends, List.of());
    }

    boolean isNone() {
        return allowed.isEmpty() && depends.isEmpty();
    }

    /** {@code TCP 80}, {@code TCP 80; TCP 8080 (GET /v1/*)}, {@code TCP 80; depends: UDP 53}, {@code No Connections}. */
    @Override
    public String toString() {
        if (depends.isEmpty() && limits.isEmpty()) {
            return allowed.toString();
        }
        Ports limited = limits.stream().map(RequestLimit::ports).reduce(Ports.NONE, Ports::or);
        Ports unlimited = allowed.without(limited);
        return Stream.of(
                        Stream.of(unlimited).filter(ports -> !ports.isEmpty()).map(Ports::toString),
                        limits.stream().map(RequestLimit::toString),
                        Stream.of(depends).filter(ports -> !ports.isEmpty()).map(ports -> "depends: " + ports))
                .flatMap(part -> part)
                .collect(Collectors.joining("; "));
    }
}
