package dev.bartizan.graph;

import java.util.Optional;

/** Ports of one transport protocol from one number to another, both included. */
public record PortRange(Transport transport, int first, int last) {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 65_535;

    public PortRange {
        if (first < LOWEST || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("no range of ports: " + first + " to " + last);
        }
    }

    /** As {@link #toString} writes it; empty when the text is no range. */
    public static Optional<PortRange> of(String text) {
        int slash = text.indexOf('/');
        int dash = text.indexOf('-', slash + 1);
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            return Optional.empty();
        }
        int first = Integer.parseInt(text, slash + 1, dash < 0 ? text.length() : dash, 10);
        int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
        return Transport.of(text.substring(0, slash))
                .filter(transport -> first >= LOWEST && last <= HIGHEST && first <= last)
                .map(transport -> new PortRange(transport, first, last));
    }

    public boolean contains(Transport other, int port) {
        return transport == other && first <= port && port <= last;
    }

    /** Whether they share a port. */
    public boolean meets(PortRange other) {
        return transport == other.transport && first <= other.last && other.first <= last;
    }

    /** {@code tcp/8080}, {@code udp/1-65535}. */
    @Override
    public String toString() {
        return transport.word() + "/" + first + (first == last ? "" : "-" + last);
    }
}
