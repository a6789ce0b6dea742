package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Requests;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked for.
 *
 * @param requests of each part, none means any
 */
record Operation(TcpPorts ports, Requests requests) {
    static final Operation ANY = new Operation(TcpPorts.ALL, new Requests(set(), set(), set()));

    /** Whether it is about all requests, and about connections that carry none. */
    boolean isAny() {
        return requests.equals(ANY.requests());
    }

    Operation on(TcpPorts others) {
        return new Operation(ports.and(others), requests);
    }

    Operation when(SortedSet<String> conditions) {
        return new Operation(ports, new Requests(requests.methods(), requests.paths(), requests.hosts(), conditions));
    }

    private static SortedSet<String> set() {
        return new TreeSet<>();
    }
}
