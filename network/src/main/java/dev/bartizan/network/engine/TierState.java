package dev.bartizan.network.engine;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** How far the connections of one source are decided in one direction, by receiver: one set of ports after another. */
final class TierState {
    private final Direction direction;
    private final int source;
    private final boolean withMaybe;
    private final int words;
    private final long[] undecided;
    private final long[] allowed;
    private final long[] ambiguous;

    TierState(Engine engine, Direction direction, int source, boolean withMaybe) {
        this.direction = direction;
        this.source = source;
        this.withMaybe = withMaybe;
        this.words = engine.atoms().words();
        int size = engine.parties() * words;
        this.undecided = new long[size];
        this.allowed = new long[size];
        this.ambiguous = new long[size];
        long[] all = engine.atoms().all();
        for (int i = 0; i < size; i++) {
            undecided[i] = all[i % words];
        }
    }

    long[] allowed() {
        return allowed;
    }

    long[] ambiguous() {
        return ambiguous;
    }

    /** The parties that the source reaches through this rule. */
    IntStream receivers(CompiledRule rule) {
        if (direction == Direction.INGRESS) {
            return rule.matchesPeer(source, withMaybe) ? rule.subjects().stream() : IntStream.empty();
        }
        if (!rule.subjects().get(source)) {
            return IntStream.empty();
        }
        if (!withMaybe || rule.maybePeers().isEmpty()) {
            return rule.peers().stream();
        }
        var all = (BitSet) rule.peers().clone();
        all.or(rule.maybePeers());
        return all.stream();
    }

    /** A tier whose rules are asked one after another; the first that matches decides, or passes to the next tier. */
    void apply(List<PriorityGroup> groups) {
        long[] passed = new long[undecided.length];
        for (PriorityGroup group : groups) {
            if (group.policies().size() == 1) {
                group.policies().getFirst().forEach(rule -> apply(rule, passed));
            } else {
                applyAll(group, passed);
            }
        }
        for (int i = 0; i < undecided.length; i++) {
            undecided[i] |= passed[i];
        }
    }

    private void apply(CompiledRule rule, long[] passed) {
        Action action = rule.rule().action();
        receivers(rule).forEach(receiver -> {
            long[] ports = rule.portsOf(receiver);
            for (int word = 0; word < words; word++) {
                int at = receiver * words + word;
                long matched = ports[word] & undecided[at];
                undecided[at] &= ~matched;
                switch (action) {
                    case ALLOW -> allowed[at] |= matched;
                    case PASS -> passed[at] |= matched;
                    case DENY -> {}
                }
            }
        });
    }

    /** Policies of one priority, each asked as if it were the only one; where they differ, the answer stays open. */
    private void applyAll(PriorityGroup group, long[] passed) {
        int size = undecided.length;
        long[] allow = new long[size];
        long[] pass = new long[size];
        long[] deny = new long[size];
        for (List<CompiledRule> policy : group.policies()) {
            long[] left = undecided.clone();
            for (CompiledRule rule : policy) {
                long[] outcome = switch (rule.rule().action()) {
                    case ALLOW -> allow;
                    case PASS -> pass;
                    case DENY -> deny;
                };
                receivers(rule).forEach(receiver -> {
                    long[] ports = rule.portsOf(receiver);
                    for (int word = 0; word < words; word++) {
                        int at = receiver * words + word;
                        outcome[at] |= ports[word] & left[at];
                        left[at] &= ~ports[word];
                    }
                });
            }
        }
        for (int i = 0; i < size; i++) {
            long open = (allow[i] & pass[i]) | (allow[i] & deny[i]) | (pass[i] & deny[i]);
            ambiguous[i] |= open;
            allowed[i] |= allow[i] & ~open;
            passed[i] |= pass[i] & ~open;
            undecided[i] &= ~(allow[i] | pass[i] | deny[i]);
        }
    }

    /** What is still undecided is decided for good: these ports are allowed, all others denied. */
    void settle(int at, long ports) {
        allowed[at] |= undecided[at] & ports;
        undecided[at] = 0;
    }

    void allowRest() {
        for (int i = 0; i < undecided.length; i++) {
            allowed[i] |= undecided[i];
            undecided[i] = 0;
        }
    }
}
