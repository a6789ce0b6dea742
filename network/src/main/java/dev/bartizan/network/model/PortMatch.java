package dev.bartizan.network.model;

import java.util.Optional;

/** Ports of the receiving pod, after a Service has translated them. */
public sealed interface PortMatch {
    int FIRST = 1;
    int LAST = 65_535;

    /** From one number to another, both included. */
    record Range(Protocol protocol, int first, int last) implements PortMatch {
        /** The ports in both. */
        public Optional<Range> and(Range other) {
            int from = Math.max(first, other.first);
            int to = Math.min(last, other.last);
            return protocol == other.protocol && from <= to
                    ? Optional.of(new Range(protocol, from, to))
                    : Optional.empty();
        }

        /** {@code TCP 8080}, {@code UDP 1-65535}. */
        @Override
        public String toString() {
            return protocol + " " + (first == last ? "" + first : first + "-" + last);
        }
    }

    /**
     * Those that the containers of the receiving pod give this name; they differ from pod to pod.
     *
     * @param protocol that the container must declare as well; empty: any
     */
    record Named(Optional<Protocol> protocol, String name) implements PortMatch {}

    /** All of a protocol. */
    static PortMatch all(Protocol protocol) {
        return new Range(protocol, FIRST, LAST);
    }
}
