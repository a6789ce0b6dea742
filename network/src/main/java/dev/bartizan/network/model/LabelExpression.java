package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What labels must be like. */
public sealed interface LabelExpression
        permits LabelSelector, LabelExpression.All, LabelExpression.Any, LabelExpression.Not, LabelExpression.Text {

    /** Whether a set of labels is like that. */
    boolean matches(Map<String, String> labels);

    /** Adds the keys of the labels that it asks for. */
    void addKeys(Set<String> keys);

    /** Each of them holds. */
    record All(List<LabelExpression> parts) implements LabelExpression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public void addKeys(Set<String> keys) {
            parts.forEach(part -> part.addKeys(keys));
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return parts.stream().allMatch(part -> part.matches(labels));
        }
    }

    /** One of them holds. */
    record Any(List<LabelExpression> parts) implements LabelExpression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public void addKeys(Set<String> keys) {
            parts.forEach(part -> part.addKeys(keys));
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return parts.stream().anyMatch(part -> part.matches(labels));
        }
    }

    /** It does not hold. */
    record Not(LabelExpression part) implements LabelExpression {
        @Override
        public void addKeys(Set<String> keys) {
            part.addKeys(keys);
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return !part.matches(labels);
        }
    }

    /** The label is there and its value is like that. */
    record Text(String key, Comparison comparison, String text) implements LabelExpression {
        @Override
        public void addKeys(Set<String> keys) {
            keys.add(key);
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return labels.containsKey(key) && comparison.holds(labels.getOrDefault(key, ""), text);
        }
    }

    /** How the value of a label is compared with a text. */
    enum Comparison {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH;

        /** Whether a value and a text compare so. */
        public boolean holds(String value, String text) {
            return switch (this) {
                case CONTAINS -> value.contains(text);
                case STARTS_WITH -> value.startsWith(text);
                case ENDS_WITH -> value.endsWith(text);
            };
        }
    }
}
