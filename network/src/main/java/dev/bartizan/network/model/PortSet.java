package dev.bartizan.network.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of ports of any protocols.
 *
 * @param ranges by protocol and number, none touching another
 */
public record PortSet(List<PortMatch.Range> ranges) {
    public static final PortSet NONE = new PortSet(List.of());

    /** All ports of all protocols that policies know. */
    public static final PortSet ALL = new PortSet(Arrays.stream(Protocol.values())
            .map(protocol -> new PortMatch.Range(protocol, PortMatch.FIRST, PortMatch.LAST))
            .toList());

    /** All ports of TCP. */
    public static final PortSet TCP =
            new PortSet(List.of(new PortMatch.Range(Protocol.TCP, PortMatch.FIRST, PortMatch.LAST)));

    private static final Comparator<PortMatch.Range> ORDER =
            Comparator.comparing(PortMatch.Range::protocol).thenComparingInt(PortMatch.Range::first);

    public PortSet {
        ranges = List.copyOf(ranges);
    }

    /** Of ranges in any order, which may overlap. */
    public static PortSet of(Collection<PortMatch.Range> ranges) {
        var merged = new ArrayList<PortMatch.Range>();
        for (PortMatch.Range range : ranges.stream().sorted(ORDER).toList()) {
            PortMatch.Range last = merged.isEmpty() ? range : merged.getLast();
            boolean touches = last.protocol() == range.protocol() && last.last() + 1 >= range.first();
            if (!merged.isEmpty() && touches) {
                merged.removeLast();
            }
            merged.add(
                    touches
                            ? new PortMatch.Range(last.protocol(), last.first(), Math.max(last.last(), range.last()))
                            : range);
        }
        return new PortSet(merged);
    }

    public static PortSet of(Protocol protocol, int port) {
        return new PortSet(List.of(new PortMatch.Range(protocol, port, port)));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Those of either. */
    public PortSet union(PortSet other) {
        if (isEmpty() || equals(other)) {
            return other;
        }
        var both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return other.isEmpty() ? this : of(both);
    }

    /** Those of both. */
    public PortSet intersect(PortSet other) {
        return minus(minus(other));
    }

    /** Those that the other one does not hold. */
    public PortSet minus(PortSet other) {
        var left = new ArrayList<PortMatch.Range>();
        for (PortMatch.Range range : ranges) {
            int next = range.first();
            for (PortMatch.Range taken : other.ranges) {
                if (taken.protocol() == range.protocol() && taken.last() >= next && taken.first() <= range.last()) {
                    add(left, range.protocol(), next, taken.first() - 1);
                    next = taken.last() + 1;
                }
            }
            add(left, range.protocol(), next, range.last());
        }
        return new PortSet(left);
    }

    private static void add(List<PortMatch.Range> ranges, Protocol protocol, int first, int last) {
        if (first <= last) {
            ranges.add(new PortMatch.Range(protocol, first, last));
        }
    }

    /** {@code TCP 80,8000-8080, UDP 53}, {@code all ports}, {@code no port}. */
    @Override
    public String toString() {
        if (isEmpty() || isAll()) {
            return isEmpty() ? "no port" : "all ports";
        }
        return ranges.stream().map(PortSet::text).collect(Collectors.joining(", "));
    }

    private static String text(PortMatch.Range range) {
        boolean isWhole = range.equals(PortMatch.all(range.protocol()));
        String numbers = range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last();
        return range.protocol() + (isWhole ? "" : " " + numbers);
    }
}
