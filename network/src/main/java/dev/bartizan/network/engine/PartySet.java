package dev.bartizan.network.engine;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A set of parties, in the form that is quickest to go through: their numbers when they are few, whole words when they are many. */
final class PartySet {
    private static final int[] NONE = {};

    private final BitSet set;
    private final int[] members;
    private final long[] words;

    PartySet(BitSet set) {
        this.set = set;
        this.words = set.toLongArray();
        this.members = set.cardinality() <= words.length ? set.stream().toArray() : NONE;
    }

    BitSet set() {
        return set;
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    IntStream stream() {
        return set.stream();
    }

    boolean holds(int party) {
        return set.get(party);
    }

    /** Takes those of the set out of {@code left} and puts those that were there into {@code into}; both are slices of words at an offset. */
    void move(long[] left, long[] into, int offset) {
        if (members.length > 0) {
            for (int member : members) {
                int at = offset + (member >>> 6);
                long bit = left[at] & (1L << member);
                into[at] |= bit;
                left[at] &= ~bit;
            }
            return;
        }
        for (int word = 0; word < words.length; word++) {
            long moved = left[offset + word] & words[word];
            into[offset + word] |= moved;
            left[offset + word] &= ~moved;
        }
    }

    /** Puts those of the set that are in {@code left} into {@code into} and leaves them where they are. */
    void copy(long[] left, long[] into, int offset) {
        for (int word = 0; word < words.length; word++) {
            into[offset + word] |= left[offset + word] & words[word];
        }
    }
}
