package dev.bartizan.network.engine;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The ports of all protocols cut into pieces that no policy tells apart, so that a set of ports is a few bits.
 */
final class PortAtoms {
    private final List<PortMatch.Range> atoms = new ArrayList<>();
    private final int words;

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
        this.words = (atoms.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** How many words a set takes. */
    int words() {
        return words;
    }

    long[] none() {
        return new long[words];
    }

    long[] all() {
        long[] set = none();
        for (int i = 0; i < atoms.size(); i++) {
            add(i, set);
        }
        return set;
    }

    int count() {
        return atoms.size();
    }

    static boolean holds(long[] set, int atom) {
        return (set[atom / Long.SIZE] >>> atom & 1) != 0;
    }

    void add(int atom, long[] set) {
        set[atom / Long.SIZE] |= 1L << atom;
    }

    /** Adds a range, whose ends are among those that the atoms were cut at. */
    void add(PortMatch.Range range, long[] set) {
        for (int i = 0; i < atoms.size(); i++) {
            PortMatch.Range atom = atoms.get(i);
            if (atom.protocol() == range.protocol() && atom.first() >= range.first() && atom.last() <= range.last()) {
                add(i, set);
            }
        }
    }

    /** The ranges of a set, those that touch as one, by protocol and number. */
    List<PortMatch.Range> ranges(long[] set) {
        var ranges = new ArrayList<PortMatch.Range>();
        for (int i = 0; i < atoms.size(); i++) {
            if (holds(set, i)) {
                PortMatch.Range atom = atoms.get(i);
                PortMatch.Range last = ranges.isEmpty() ? atom : ranges.getLast();
                boolean isNext = last.protocol() == atom.protocol() && last.last() + 1 == atom.first();
                if (isNext) {
                    ranges.removeLast();
                }
                ranges.add(isNext ? new PortMatch.Range(atom.protocol(), last.first(), atom.last()) : atom);
            }
        }
        return ranges;
    }
}
