package dev.bartizan.network.engine;

import dev.bartizan.network.model.Action;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How far one chain has decided the connections of one source: for each piece of ports a set of receivers. A connection can be in several of the sets at once
 * when what decides it hangs on an assumption.
 */
final class SourceState {
    private final int source;
    private final int atoms;
    private final int words;
    private final long[] open;
    private final long[] allowed;
    private final long[] denied;

    /** With every connection still open. */
    SourceState(int source, int atoms, int parties) {
        this.source = source;
        this.atoms = atoms;
        this.words = (parties + Long.SIZE - 1) / Long.SIZE;
        this.open = new long[atoms * words];
        this.allowed = new long[open.length];
        this.denied = new long[open.length];
        for (int i = 0; i < open.length; i++) {
            boolean isPartial = i % words == words - 1 && parties % Long.SIZE != 0;
            open[i] = isPartial ? (1L << parties) - 1 : -1L;
        }
    }

    /** Those that may be allowed; by piece of ports, so many words of receivers each. */
    long[] allowed() {
        return allowed;
    }

    /** Those that may be denied. */
    long[] denied() {
        return denied;
    }

    /** @param nodeComesIn whether the source is seen as a node, which may always reach the pods on it */
    void apply(CompiledTier tier, boolean isIngress, boolean nodeComesIn) {
        long[] passed = new long[open.length];
        for (RankGroup group : tier.groups()) {
            if (group.policies().size() == 1) {
                apply(group.policies().getFirst(), passed);
            } else {
                applyEach(group.policies(), passed);
            }
        }
        if (isIngress) {
            isolate(tier.isolated(), nodeComesIn);
        } else if (tier.isolated().get(source)) {
            or(denied, open);
            Arrays.fill(open, 0);
        }
        or(open, passed);
    }

    private void isolate(BitSet isolated, boolean nodeComesIn) {
        long[] receivers = isolated.toLongArray();
        for (int atom = 0; atom < atoms; atom++) {
            for (int word = 0; word < receivers.length; word++) {
                int at = atom * words + word;
                long rest = open[at] & receivers[word];
                denied[at] |= rest;
                allowed[at] |= nodeComesIn ? rest : 0;
                open[at] &= ~rest;
            }
        }
    }

    /** Each policy as if it were asked first. */
    private void applyEach(List<List<CompiledRule>> policies, long[] passed) {
        long[] before = open.clone();
        long[] after = open.clone();
        for (List<CompiledRule> policy : policies) {
            System.arraycopy(before, 0, open, 0, open.length);
            apply(policy, passed);
            for (int i = 0; i < open.length; i++) {
                after[i] &= open[i];
            }
        }
        System.arraycopy(after, 0, open, 0, open.length);
    }

    private void apply(List<CompiledRule> rules, long[] passed) {
        for (CompiledRule rule : rules) {
            if (rule.decides()) {
                for (Box box : rule.boxes()) {
                    if (box.concerns(source)) {
                        box.apply(source, words, open, into(rule.rule().action(), passed));
                    }
                }
            }
        }
    }

    private long[] into(Action action, long[] passed) {
        return switch (action) {
            case ALLOW -> allowed;
            case DENY -> denied;
            case PASS -> passed;
        };
    }

    /** What no tier has decided is allowed. */
    void allowRest() {
        or(allowed, open);
    }

    /** Adds what another side or layer says: all must allow, and one may deny. */
    void and(SourceState other) {
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] &= other.allowed[i];
            denied[i] |= other.denied[i];
        }
    }

    private static void or(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= from[i];
        }
    }
}
