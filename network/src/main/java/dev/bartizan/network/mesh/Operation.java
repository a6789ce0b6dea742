package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Requests;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked for.
 *
 * @param requests of each part, none means any
 * @param isHttp whether it can be asked for in HTTP only
 */
record Operation(TcpPorts ports, Requests requests, boolean isHttp) {
    /** What every path, method and host is like. */
    private static final Set<String> ALL = Set.of("*", "/*");

    static final Operation ANY = new Operation(TcpPorts.ALL, new Requests(set(), set(), set()), false);

    /** @param requests as they are written; a part that leaves out nothing is taken for none */
    static Operation of(TcpPorts ports, Requests requests) {
        return new Operation(
                ports,
                new Requests(
                        restricting(requests.methods()),
                        restricting(requests.paths()),
                        restricting(requests.hosts()),
                        requests.conditions()),
                !requests.equals(ANY.requests()));
    }

    private static SortedSet<String> restricting(SortedSet<String> notation) {
        boolean leavesOutNothing =
                notation.stream().anyMatch(ALL::contains) && notation.stream().noneMatch(text -> text.startsWith("!"));
        return leavesOutNothing ? set() : notation;
    }

    /** Whether it is about all requests. */
    boolean isAny() {
        return requests.equals(ANY.requests());
    }

    Operation on(TcpPorts others) {
        return new Operation(ports.and(others), requests, isHttp);
    }

    Operation when(SortedSet<String> conditions) {
        return new Operation(
                ports,
                new Requests(requests.methods(), requests.paths(), requests.hosts(), conditions),
                isHttp || !conditions.isEmpty());
    }

    private static SortedSet<String> set() {
        return new TreeSet<>();
    }
}
