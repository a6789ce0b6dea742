package dev.bartizan.network.rbac;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import java.util.HashMap;
import java.util.Map;

/** Labels that somebody sets to be meant by a selector. */
final class FewestLabels {
    private FewestLabels() {}

    /** The fewest that are like that, as far as that takes no thought: who asks makes sure that they are. */
    static Map<String, String> meeting(LabelExpression expression) {
        Map<String, String> labels = new HashMap<>();
        switch (expression) {
            case LabelSelector(var requirements) -> requirements.forEach(each -> require(each, labels));
            case LabelExpression.All(var parts) -> parts.forEach(part -> labels.putAll(meeting(part)));
            case LabelExpression.Any(var parts) ->
                parts.stream().limit(1).forEach(part -> labels.putAll(meeting(part)));
            case LabelExpression.Text(var key, var _, var text) -> labels.put(key, text);
            case LabelExpression.Not _ -> {}
        }
        labels.keySet().removeIf(key -> key.startsWith(":"));
        return Map.copyOf(labels);
    }

    private static void require(LabelSelector.Requirement requirement, Map<String, String> labels) {
        switch (requirement.operator()) {
            case IN ->
                requirement.values().stream().findFirst().ifPresent(value -> labels.put(requirement.key(), value));
            case EXISTS -> labels.put(requirement.key(), "any");
            case NOT_IN, DOES_NOT_EXIST -> {}
        }
    }
}
