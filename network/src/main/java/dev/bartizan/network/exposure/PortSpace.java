package dev.bartizan.network.exposure;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ports by number, and by name where the pod that would give the name a number does not exist yet. */
final class PortSpace {
    private static final int ALL = PortMatch.LAST;

    private final Map<Protocol, BitSet> numbers = new EnumMap<>(Protocol.class);
    /** By protocol; by an empty one where any will do. */
    private final SortedMap<String, SortedSet<String>> names = new TreeMap<>();

    static PortSpace everything() {
        var space = new PortSpace();
        for (Protocol protocol : Protocol.values()) {
            space.add((PortMatch.Range) PortMatch.all(protocol));
        }
        return space;
    }

    /** @param named what names mean at the receiver; empty when nobody knows */
    static PortSpace of(List<PortMatch> ports, Optional<SortedMap<String, List<PortMatch.Range>>> named) {
        if (ports.isEmpty()) {
            return everything();
        }
        var space = new PortSpace();
        for (PortMatch port : ports) {
            switch (port) {
                case PortMatch.Range range -> space.add(range);
                case PortMatch.Named name -> space.add(name, named);
            }
        }
        return space;
    }

    private void add(PortMatch.Named name, Optional<SortedMap<String, List<PortMatch.Range>>> named) {
        if (named.isEmpty()) {
            names.computeIfAbsent(name.protocol().map(Protocol::name).orElse(""), key -> new TreeSet<>())
                    .add(name.name());
            return;
        }
        named.get().getOrDefault(name.name(), List.of()).stream()
                .filter(range -> name.protocol().map(range.protocol()::equals).orElse(true))
                .forEach(this::add);
    }

    private void add(PortMatch.Range range) {
        numbers.computeIfAbsent(range.protocol(), key -> new BitSet()).set(range.first(), range.last() + 1);
    }

    void add(PortSpace other) {
        other.numbers.forEach((protocol, set) ->
                numbers.computeIfAbsent(protocol, key -> new BitSet()).or(set));
        other.names.forEach((protocol, set) ->
                names.computeIfAbsent(protocol, key -> new TreeSet<>()).addAll(set));
    }

    void remove(PortSpace other) {
        other.numbers.forEach(
                (protocol, set) -> numbers.getOrDefault(protocol, new BitSet()).andNot(set));
    }

    /** What both hold; names are kept. */
    PortSpace both(PortSpace other) {
        var both = new PortSpace();
        numbers.forEach((protocol, set) -> {
            var shared = (BitSet) set.clone();
            shared.and(other.numbers.getOrDefault(protocol, new BitSet()));
            both.numbers.put(protocol, shared);
        });
        names.forEach((protocol, set) -> both.names.put(protocol, new TreeSet<>(set)));
        return both;
    }

    boolean isEmpty() {
        return numbers.values().stream().allMatch(BitSet::isEmpty)
                && names.values().stream().allMatch(set -> set.isEmpty());
    }

    boolean isSameAs(PortSpace other) {
        return toString().equals(other.toString());
    }

    private boolean isEverything() {
        return numbers.size() == Protocol.values().length
                && numbers.values().stream().allMatch(set -> set.cardinality() == ALL);
    }

    /** {@code TCP 80,8000-8080,http,UDP 53}. */
    @Override
    public String toString() {
        if (isEverything()) {
            return "All Connections";
        }
        var parts = new TreeMap<String, List<String>>();
        numbers.forEach((protocol, set) -> {
            for (int first = set.nextSetBit(0); first >= 0; ) {
                int last = set.nextClearBit(first) - 1;
                parts.computeIfAbsent(protocol.name(), key -> new ArrayList<>())
                        .add(first == last ? "" + first : first + "-" + last);
                first = set.nextSetBit(last + 1);
            }
        });
        names.forEach((protocol, set) ->
                parts.computeIfAbsent(protocol, key -> new ArrayList<>()).addAll(set));
        var text = new ArrayList<String>();
        parts.forEach((protocol, ports) -> text.add(protocol + " " + String.join(",", ports)));
        return text.isEmpty() ? "No Connections" : String.join(",", text);
    }
}
