package dev.bartizan.network.engine;

import dev.bartizan.network.model.Action;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How far one chain has decided the connections of one source: for each piece of ports so many words of receivers. A connection can be in several of the sets at
 * once when what decides it hangs on an assumption. It is used for one source after another.
 */
final class SourceState {
    private final int atoms;
    private final int words;
    private final long[] everything;
    private final long[] open;
    private final long[] allowed;
    private final long[] denied;
    private final long[] passed;

    SourceState(int atoms, int parties) {
        this.atoms = atoms;
        this.words = (parties + Long.SIZE - 1) / Long.SIZE;
        this.everything = new long[atoms * words];
        for (int i = 0; i < everything.length; i++) {
            boolean isPartial = i % words == words - 1 && parties % Long.SIZE != 0;
            everything[i] = isPartial ? (1L << parties) - 1 : -1L;
        }
        this.open = new long[everything.length];
        this.allowed = new long[everything.length];
        this.denied = new long[everything.length];
        this.passed = new long[everything.length];
    }

    /** All connections of all ports. */
    long[] everything() {
        return everything;
    }

    int words() {
        return words;
    }

    /** Those that may be undecided. */
    long[] open() {
        return open;
    }

    /** Those that may be allowed. */
    long[] allowed() {
        return allowed;
    }

    /** Those that may be denied. */
    long[] denied() {
        return denied;
    }

    long[] into(Action action) {
        return switch (action) {
            case ALLOW -> allowed;
            case DENY -> denied;
            case PASS -> passed;
        };
    }

    /** Begins anew: everything is open. */
    void reset() {
        System.arraycopy(everything, 0, open, 0, open.length);
        Arrays.fill(allowed, 0);
        Arrays.fill(denied, 0);
    }

    /** @param nodeComesIn whether the source is seen as a node, which may always reach the pods on it */
    void apply(CompiledTier tier, int source, boolean isIngress, boolean nodeComesIn) {
        tier.apply(this, source);
        rest(tier, source, isIngress, nodeComesIn);
    }

    /** The same as if some boxes of the tier were not there. */
    void applyWithout(BitSet boxes, CompiledTier tier, int source, boolean isIngress) {
        tier.applyWithout(boxes, this, source);
        rest(tier, source, isIngress, false);
    }

    private void rest(CompiledTier tier, int source, boolean isIngress, boolean nodeComesIn) {
        if (isIngress) {
            isolate(tier.isolated(), nodeComesIn);
        } else if (tier.isolated().get(source)) {
            or(denied, open);
            Arrays.fill(open, 0);
        }
        if (tier.hasPass()) {
            or(open, passed);
            Arrays.fill(passed, 0);
        }
    }

    private void isolate(BitSet isolated, boolean nodeComesIn) {
        long[] receivers = isolated.toLongArray();
        for (int atom = 0; atom < atoms; atom++) {
            int offset = atom * words;
            for (int word = 0; word < receivers.length; word++) {
                long rest = open[offset + word] & receivers[word];
                denied[offset + word] |= rest;
                allowed[offset + word] |= nodeComesIn ? rest : 0;
                open[offset + word] &= ~rest;
            }
        }
    }

    /** What no tier has decided is allowed. */
    void allowRest() {
        or(allowed, open);
    }

    private static void or(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= from[i];
        }
    }
}
