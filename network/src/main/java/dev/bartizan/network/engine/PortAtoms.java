package dev.bartizan.network.engine;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ports of all protocols cut into pieces that no policy tells apart, so that a set of ports is a few bits.
 */
final class PortAtoms {
    private final List<PortMatch.Range> atoms = new ArrayList<>();

    PortAtoms(Iterable<PortMatch.Range> ranges) {
        Map<Protocol, TreeSet<Integer>> starts = new EnumMap<>(Protocol.class);
        for (Protocol protocol : Protocol.values()) {
            starts.put(protocol, new TreeSet<>(List.of(PortMatch.FIRST, PortMatch.LAST + 1)));
        }
        for (PortMatch.Range range : ranges) {
            TreeSet<Integer> cuts = starts.computeIfAbsent(range.protocol(), key -> new TreeSet<>());
            cuts.add(range.first());
            cuts.add(range.last() + 1);
        }
        starts.forEach((protocol, cuts) -> {
            int first = cuts.first();
            for (int next : cuts.tailSet(first, false)) {
                atoms.add(new PortMatch.Range(protocol, first, next - 1));
                first = next;
            }
        });
    }

    int count() {
        return atoms.size();
    }

    /** The pieces of ports by number; of no ports, all; names mean nothing. */
    int[] of(List<PortMatch> ports) {
        return of(ports, new TreeMap<>());
    }

    /** @param named what the names of ports mean */
    int[] of(List<PortMatch> ports, SortedMap<String, List<PortMatch.Range>> named) {
        var set = new BitSet();
        if (ports.isEmpty()) {
            set.set(0, atoms.size());
        }
        for (PortMatch port : ports) {
            switch (port) {
                case PortMatch.Range range -> add(range, set);
                case PortMatch.Named name ->
                    named.getOrDefault(name.name(), List.of()).stream()
                            .filter(range -> name.protocol()
                                    .map(protocol -> protocol == range.protocol())
                                    .orElse(true))
                            .forEach(range -> add(range, set));
            }
        }
        return set.stream().toArray();
    }

    /** Adds a range, whose ends are among those that the atoms were cut at. */
    private void add(PortMatch.Range range, BitSet set) {
        for (int i = 0; i < atoms.size(); i++) {
            PortMatch.Range atom = atoms.get(i);
            if (atom.protocol() == range.protocol() && atom.first() >= range.first() && atom.last() <= range.last()) {
                set.set(i);
            }
        }
    }

    /** The ranges of a set, those that touch as one, by protocol and number. */
    List<PortMatch.Range> ranges(BitSet set) {
        var ranges = new ArrayList<PortMatch.Range>();
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            PortMatch.Range atom = atoms.get(i);
            PortMatch.Range last = ranges.isEmpty() ? atom : ranges.getLast();
            boolean isNext = last.protocol() == atom.protocol() && last.last() + 1 == atom.first();
            if (isNext) {
                ranges.removeLast();
            }
            ranges.add(isNext ? new PortMatch.Range(atom.protocol(), last.first(), atom.last()) : atom);
        }
        return ranges;
    }
}
