package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A selector of apimachinery.
 *
 * @param requirements all must hold; without any, every set of labels will do
 */
public record LabelSelector(List<Requirement> requirements) implements LabelExpression {
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    /** Of which no set of labels will do: what a selector that cannot be read is taken for. */
    public static final LabelSelector NOTHING =
            new LabelSelector(List.of(new Requirement("", Operator.EXISTS, new TreeSet<>())));

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /** How the value of a label is compared; a missing label meets the two that say no. */
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    /** What one label must be like. */
    public record Requirement(String key, Operator operator, SortedSet<String> values) {
        boolean holds(Map<String, String> labels) {
            String value = labels.getOrDefault(key, "");
            boolean isThere = labels.containsKey(key);
            return switch (operator) {
                case IN -> isThere && values.contains(value);
                case NOT_IN -> !isThere || !values.contains(value);
                case EXISTS -> isThere;
                case DOES_NOT_EXIST -> !isThere;
            };
        }
    }

    @Override
    public void addKeys(Set<String> keys) {
        requirements.forEach(requirement -> keys.add(requirement.key()));
    }

    @Override
    public boolean matches(Map<String, String> labels) {
        for (Requirement requirement : requirements) {
            if (!requirement.holds(labels)) {
                return false;
            }
        }
        return true;
    }
}
