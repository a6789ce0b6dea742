package dev.bartizan.network;

import java.util.List;

/**
 * What is open between two peers.
 *
 * @param allowed certainly
 * @param depends on an assumption that the profile leaves open
 */
record Access(Ports allowed, Ports depends) {
    static final Access NONE = new Access(new Ports(List.of()), new Ports(List.of()));

    boolean isNone() {
        return allowed.isEmpty() && depends.isEmpty();
    }

    /** {@code TCP 80}, {@code TCP 80; depends: UDP 53}, {@code No Connections}. */
    @Override
    public String toString() {
        if (depends.isEmpty()) {
            return allowed.toString();
        }
        return (allowed.isEmpty() ? "" : allowed + "; ") + "depends: " + depends;
    }
}
