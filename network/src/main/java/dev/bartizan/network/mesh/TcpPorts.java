package dev.bartizan.network.mesh;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Ports of TCP, the only protocol that proxies take in. */
record TcpPorts(BitSet set) {
    static final TcpPorts ALL = all();
    static final TcpPorts NONE = new TcpPorts(new BitSet());

    private static TcpPorts all() {
        var set = new BitSet();
        set.set(PortMatch.FIRST, PortMatch.LAST + 1);
        return new TcpPorts(set);
    }

    static TcpPorts of(int port) {
        var set = new BitSet();
        set.set(port);
        return new TcpPorts(set);
    }

    static TcpPorts of(List<PortMatch> ports) {
        var set = new BitSet();
        for (PortMatch port : ports) {
            if (port instanceof PortMatch.Range range && range.protocol() == Protocol.TCP) {
                set.set(range.first(), range.last() + 1);
            }
        }
        return new TcpPorts(set);
    }

    /** The one that is written; none when that is no port. */
    static TcpPorts written(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port < PortMatch.FIRST || port > PortMatch.LAST ? NONE : of(port);
    }

    boolean isEmpty() {
        return set.isEmpty();
    }

    TcpPorts and(TcpPorts other) {
        var both = (BitSet) set.clone();
        both.and(other.set);
        return new TcpPorts(both);
    }

    TcpPorts or(TcpPorts other) {
        var either = (BitSet) set.clone();
        either.or(other.set);
        return new TcpPorts(either);
    }

    TcpPorts without(TcpPorts other) {
        var rest = (BitSet) set.clone();
        rest.andNot(other.set);
        return new TcpPorts(rest);
    }

    List<PortMatch> ranges() {
        var ranges = new ArrayList<PortMatch>();
        for (int first = set.nextSetBit(0); first >= 0; ) {
            int end = set.nextClearBit(first);
            ranges.add(new PortMatch.Range(Protocol.TCP, first, end - 1));
            first = set.nextSetBit(end);
        }
        return ranges;
    }

    /** {@code 80,8000-8080}; the same ports have the same text. */
    String text() {
        return ranges().stream()
                .map(PortMatch.Range.class::cast)
                .map(range -> range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last())
                .collect(Collectors.joining(","));
    }
}
