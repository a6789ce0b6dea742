package dev.bartizan.network;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ports of protocols; written as np-guard's tools do, so that their users need not learn another form. */
public final class Ports {
    static final Ports NONE = new Ports(List.of());

    private final List<PortMatch.Range> ranges;

    /** @param ranges by protocol and number, none touching another */
    Ports(List<PortMatch.Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    static Ports of(Protocol protocol, int port) {
        return new Ports(List.of(new PortMatch.Range(protocol, port, port)));
    }

    /** Those in both. */
    Ports and(Ports other) {
        var both = new ArrayList<PortMatch.Range>();
        for (PortMatch.Range one : ranges) {
            for (PortMatch.Range two : other.ranges) {
                int first = Math.max(one.first(), two.first());
                int last = Math.min(one.last(), two.last());
                if (one.protocol() == two.protocol() && first <= last) {
                    both.add(new PortMatch.Range(one.protocol(), first, last));
                }
            }
        }
        return new Ports(both);
    }

    /** Those that are not in the other. */
    Ports without(Ports other) {
        var rest = new ArrayList<PortMatch.Range>();
        for (Protocol protocol : Protocol.values()) {
            BitSet numbers = numbers(protocol, ranges.stream());
            numbers.andNot(numbers(protocol, other.ranges.stream()));
            add(protocol, numbers, rest);
        }
        return new Ports(rest);
    }

    /** Those in either. */
    Ports or(Ports other) {
        var either = new ArrayList<PortMatch.Range>();
        for (Protocol protocol : Protocol.values()) {
            BitSet numbers = numbers(protocol, Stream.concat(ranges.stream(), other.ranges.stream()));
            add(protocol, numbers, either);
        }
        return new Ports(either);
    }

    private static BitSet numbers(Protocol protocol, Stream<PortMatch.Range> ranges) {
        var numbers = new BitSet();
        ranges.filter(range -> range.protocol() == protocol)
                .forEach(range -> numbers.set(range.first(), range.last() + 1));
        return numbers;
    }

    private static void add(Protocol protocol, BitSet numbers, List<PortMatch.Range> into) {
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            into.add(new PortMatch.Range(protocol, first, end - 1));
            first = numbers.nextSetBit(end);
        }
    }

    /** By protocol and number, none touching another. */
    List<PortMatch.Range> ranges() {
        return ranges;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether they are all ports of all protocols that policies know. */
    public boolean isAll() {
        return ranges.size() == Protocol.values().length
                && ranges.stream().allMatch(range -> range.equals(PortMatch.all(range.protocol())));
    }

    boolean contains(Protocol protocol, int port) {
        return ranges.stream()
                .anyMatch(range -> range.protocol() == protocol && range.first() <= port && port <= range.last());
    }

    /** {@code All Connections}, {@code TCP 80,8000-8080,UDP 53}, {@code No Connections}. */
    @Override
    public String toString() {
        if (isEmpty() || isAll()) {
            return isEmpty() ? "No Connections" : "All Connections";
        }
        var byProtocol = new TreeMap<String, List<PortMatch.Range>>();
        for (PortMatch.Range range : ranges) {
            byProtocol
                    .computeIfAbsent(range.protocol().name(), key -> new ArrayList<>())
                    .add(range);
        }
        var parts = new ArrayList<String>();
        byProtocol.forEach((protocol, numbers) -> parts.add(protocol + " " + numbers(numbers)));
        return String.join(",", parts);
    }

    /** Of one protocol, in their order, those that touch as one. */
    static List<PortMatch.Range> joined(List<PortMatch.Range> ranges) {
        var joined = new ArrayList<PortMatch.Range>();
        ranges.stream().sorted(Comparator.comparingInt(PortMatch.Range::first)).forEach(range -> {
            boolean goesOn = !joined.isEmpty() && joined.getLast().last() + 1 == range.first();
            int first = goesOn ? joined.removeLast().first() : range.first();
            joined.add(new PortMatch.Range(range.protocol(), first, range.last()));
        });
        return joined;
    }

    /** {@code 80,8000-8080}, of one protocol. */
    static String numbers(List<PortMatch.Range> ranges) {
        return ranges.stream()
                .map(range -> range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last())
                .collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ports ports && ranges.equals(ports.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }
}
