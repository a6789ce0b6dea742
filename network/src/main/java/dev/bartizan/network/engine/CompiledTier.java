package dev.bartizan.network.engine;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The rules of a tier for one direction, with an index that tells which of their boxes concern a source. */
final class CompiledTier {
    private final TierRules rules;
    private final List<List<Sequence>> sequences = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<CompiledRule> byBox = new ArrayList<>();
    private final BitSet[] bySource;
    private final boolean hasPass;
    private final boolean isCertain;

    /**
     * Boxes that are asked one after another.
     *
     * @param from number of the first
     * @param to number behind the last
     */
    private record Sequence(int from, int to) {}

    CompiledTier(TierRules rules, int parties) {
        this.rules = rules;
        rules.groups()
                .forEach(group -> sequences.add(
                        group.policies().stream().map(this::sequence).toList()));
        this.bySource = new BitSet[parties];
        for (int source = 0; source < parties; source++) {
            bySource[source] = new BitSet();
        }
        for (int number = 0; number < boxes.size(); number++) {
            int box = number;
            boxes.get(number).possibleSources().forEach(source -> bySource[source].set(box));
        }
        this.hasPass = actions.contains(Action.PASS);
        this.isCertain = boxes.stream().allMatch(Box::isCertain)
                && rules.groups().stream().allMatch(group -> group.policies().size() == 1);
    }

    /** Rules that do not decide are left out: they matter to requests only. */
    private Sequence sequence(List<CompiledRule> rules) {
        int from = boxes.size();
        for (CompiledRule rule : rules) {
            if (rule.decides()) {
                for (Box box : rule.boxes()) {
                    boxes.add(box);
                    actions.add(rule.rule().action());
                    byBox.add(rule);
                }
            }
        }
        return new Sequence(from, boxes.size());
    }

    TierRules rules() {
        return rules;
    }

    Tier tier() {
        return rules.tier();
    }

    List<RankGroup> groups() {
        return rules.groups();
    }

    BitSet isolated() {
        return rules.isolated();
    }

    /** Whether every answer follows from what is written. */
    boolean isCertain() {
        return isCertain;
    }

    /** Whether some rule or the isolation of the sender says something about it. */
    boolean concerns(int source, boolean isIngress) {
        return isIngress
                ? !isolated().isEmpty() || !bySource[source].isEmpty()
                : isolated().get(source) || !bySource[source].isEmpty();
    }

    /** How many boxes say something about it. */
    int concerning(int source) {
        return bySource[source].cardinality();
    }

    boolean hasPass() {
        return hasPass;
    }

    /** The rules of the boxes, by the numbers of the boxes: in the order in which they are asked. */
    List<CompiledRule> rulesOfBoxes() {
        return Collections.unmodifiableList(byBox);
    }

    /** Applies all rules to the connections of a source. */
    void apply(SourceState state, int source) {
        apply(state, source, bySource[source]);
    }

    /** The same as if some boxes were not there. */
    void applyWithout(BitSet boxes, SourceState state, int source) {
        var concerning = (BitSet) bySource[source].clone();
        concerning.andNot(boxes);
        apply(state, source, concerning);
    }

    private void apply(SourceState state, int source, BitSet concerning) {
        for (List<Sequence> group : sequences) {
            if (group.size() == 1) {
                apply(state, source, group.getFirst(), concerning);
            } else {
                applyEach(state, source, group, concerning);
            }
        }
    }

    /** Each policy as if it were asked first. */
    private void applyEach(SourceState state, int source, List<Sequence> group, BitSet concerning) {
        long[] before = state.open().clone();
        long[] after = state.open().clone();
        for (Sequence policy : group) {
            System.arraycopy(before, 0, state.open(), 0, before.length);
            apply(state, source, policy, concerning);
            for (int i = 0; i < after.length; i++) {
                after[i] &= state.open()[i];
            }
        }
        System.arraycopy(after, 0, state.open(), 0, after.length);
    }

    private void apply(SourceState state, int source, Sequence sequence, BitSet concerning) {
        int box = concerning.nextSetBit(sequence.from());
        while (box >= 0 && box < sequence.to()) {
            boxes.get(box).apply(source, state.words(), state.open(), state.into(actions.get(box)));
            box = concerning.nextSetBit(box + 1);
        }
    }
}
