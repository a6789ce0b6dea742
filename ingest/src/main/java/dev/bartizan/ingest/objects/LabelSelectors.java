package dev.bartizan.ingest.objects;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Optional;

/** Label selectors as the API server evaluates them: every label and every expression must agree. */
public final class LabelSelectors {
    private LabelSelectors() {}

    /** Whether a selector with {@code matchLabels} and {@code matchExpressions} matches; an empty one matches everything. */
    public static boolean matches(Node selector, Node labels) {
        return hasAll(selector.get("matchLabels"), labels)
                && selector.get("matchExpressions").items().stream()
                        .allMatch(expression -> matchesExpression(expression, labels));
    }

    /** Whether the labels hold each of these. */
    public static boolean hasAll(Node wanted, Node labels) {
        if (wanted instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                Optional<String> value = labels.get(mapping.key(i)).text();
                if (value.isEmpty() || !value.get().equals(mapping.value(i).text(""))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean matchesExpression(Node expression, Node labels) {
        Optional<String> value = labels.get(expression.get("key").text("")).text();
        return switch (expression.get("operator").text("")) {
            case "In" -> value.isPresent() && holds(expression, value.get());
            case "NotIn" -> value.isEmpty() || !holds(expression, value.get());
            case "Exists" -> value.isPresent();
            case "DoesNotExist" -> value.isEmpty();
            default -> false;
        };
    }

    private static boolean holds(Node expression, String value) {
        return expression.get("values").items().stream()
                .anyMatch(item -> item.text("").equals(value));
    }
}
