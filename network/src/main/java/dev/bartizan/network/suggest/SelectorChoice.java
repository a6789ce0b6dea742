package dev.bartizan.network.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Chooses the fewest labels that select one of several sets of labels and none of the others. */
final class SelectorChoice {
    /** Of more labels of one workload only the first ones are tried. */
    private static final int MOST_LABELS = 16;

    private static final Comparator<Entry<String, String>> ORDER = Comparator.comparingInt(
                    (Entry<String, String> label) -> StableLabels.rank(label.getKey()))
            .thenComparing(Entry::getKey);

    private final List<SortedMap<String, String>> all;
    private final Map<Entry<String, String>, BitSet> having = new HashMap<>();
    private final Map<String, BitSet> withKey = new HashMap<>();

    /** @param all each of them once */
    SelectorChoice(List<SortedMap<String, String>> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            for (var label : all.get(i).entrySet()) {
                having.computeIfAbsent(Map.entry(label.getKey(), label.getValue()), key -> new BitSet())
                        .set(i);
                withKey.computeIfAbsent(label.getKey(), key -> new BitSet()).set(i);
            }
        }
    }

    /**
     * What selects one of them.
     *
     * @param without keys that must not be there, for those who have all its labels and more
     */
    record Chosen(SortedMap<String, String> labels, SortedSet<String> without) {}

    Chosen of(int index) {
        List<Entry<String, String>> labels = all.get(index).entrySet().stream()
                .map(label -> Map.entry(label.getKey(), label.getValue()))
                .sorted(ORDER)
                .limit(MOST_LABELS)
                .toList();
        var chosen = new TreeMap<String, String>();
        for (Entry<String, String> label : fewest(labels)) {
            chosen.put(label.getKey(), label.getValue());
        }
        return new Chosen(chosen, without(index, selected(List.copyOf(chosen.entrySet()))));
    }

    private List<Entry<String, String>> fewest(List<Entry<String, String>> labels) {
        int least = selected(labels).cardinality();
        for (int i = 0; i < labels.size(); i++) {
            if (selected(labels.subList(i, i + 1)).cardinality() == least) {
                return labels.subList(i, i + 1);
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                List<Entry<String, String>> pair = List.of(labels.get(i), labels.get(j));
                if (selected(pair).cardinality() == least) {
                    return pair;
                }
            }
        }
        return pruned(labels, least);
    }

    /** Leaves out what is not needed, the worst first. */
    private List<Entry<String, String>> pruned(List<Entry<String, String>> labels, int least) {
        var left = new ArrayList<>(labels);
        for (Entry<String, String> label : labels.reversed()) {
            left.remove(label);
            if (selected(left).cardinality() != least) {
                left.add(label);
            }
        }
        return left;
    }

    private BitSet selected(List<? extends Entry<String, String>> labels) {
        var selected = new BitSet();
        selected.set(0, all.size());
        labels.forEach(
                label -> selected.and(having.getOrDefault(Map.entry(label.getKey(), label.getValue()), new BitSet())));
        return selected;
    }

    /** Keys that the others have and this one does not; the one that rules out most is taken first. */
    private SortedSet<String> without(int index, BitSet selected) {
        var keys = new TreeSet<String>();
        var others = (BitSet) selected.clone();
        others.clear(index);
        while (!others.isEmpty()) {
            var count = new TreeMap<String, Integer>();
            others.stream()
                    .forEach(other -> all.get(other).keySet().stream()
                            .filter(key -> !all.get(index).containsKey(key))
                            .forEach(key -> count.merge(key, 1, Integer::sum)));
            if (count.isEmpty()) {
                return keys;
            }
            String best = count.entrySet().stream()
                    .max(Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
            keys.add(best);
            others.andNot(withKey.getOrDefault(best, new BitSet()));
        }
        return keys;
    }
}
