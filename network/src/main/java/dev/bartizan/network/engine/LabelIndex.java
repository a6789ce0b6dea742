package dev.bartizan.network.engine;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many sets of labels, asked which of them an expression holds for: each label is looked at once, not once per expression. */
final class LabelIndex {
    private final int size;
    private final Map<String, Map<String, BitSet>> byKey = new HashMap<>();

    LabelIndex(List<Map<String, String>> labels) {
        this.size = labels.size();
        for (int i = 0; i < size; i++) {
            int number = i;
            labels.get(i)
                    .forEach((key, value) -> byKey.computeIfAbsent(key, name -> new HashMap<>())
                            .computeIfAbsent(value, text -> new BitSet())
                            .set(number));
        }
    }

    /** The numbers of those that are like that; the caller may change the set. */
    BitSet matching(LabelExpression expression) {
        return switch (expression) {
            case LabelSelector selector -> {
                BitSet all = everything();
                selector.requirements().forEach(requirement -> all.and(matching(requirement)));
                yield all;
            }
            case LabelExpression.All(var parts) -> {
                BitSet all = everything();
                parts.forEach(part -> all.and(matching(part)));
                yield all;
            }
            case LabelExpression.Any(var parts) -> {
                var any = new BitSet();
                parts.forEach(part -> any.or(matching(part)));
                yield any;
            }
            case LabelExpression.Not(var part) -> {
                BitSet all = everything();
                all.andNot(matching(part));
                yield all;
            }
            case LabelExpression.Text text -> matching(text);
        };
    }

    private BitSet matching(LabelSelector.Requirement requirement) {
        Map<String, BitSet> values = byKey.getOrDefault(requirement.key(), Map.of());
        var set = new BitSet();
        switch (requirement.operator()) {
            case IN, NOT_IN -> requirement.values().forEach(value -> set.or(values.getOrDefault(value, new BitSet())));
            case EXISTS, DOES_NOT_EXIST -> values.values().forEach(set::or);
        }
        boolean isNegated = requirement.operator() == LabelSelector.Operator.NOT_IN
                || requirement.operator() == LabelSelector.Operator.DOES_NOT_EXIST;
        if (isNegated) {
            set.flip(0, size);
        }
        return set;
    }

    private BitSet matching(LabelExpression.Text text) {
        var set = new BitSet();
        byKey.getOrDefault(text.key(), Map.of()).forEach((value, numbers) -> {
            if (text.comparison().holds(value, text.text())) {
                set.or(numbers);
            }
        });
        return set;
    }

    private BitSet everything() {
        var all = new BitSet(size);
        all.set(0, size);
        return all;
    }
}
