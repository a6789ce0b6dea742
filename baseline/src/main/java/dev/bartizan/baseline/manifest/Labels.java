package dev.bartizan.baseline.manifest;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Optional;

/**
 * Label selectors as the API server evaluates them, over labels of which perhaps not all are known: the operator of a custom resource adds its own to
 * the pods it makes.
 *
 * @param labels a mapping, or nothing
 * @param areAllKnown whether a label that is not there is certainly not there
 */
public record Labels(Node labels, boolean areAllKnown) {
    private static final Truth UNKNOWN = Truth.undecided("which labels its operator adds to the pod");

    /** An empty selector matches everything. */
    public Truth match(Node selector) {
        var truth = Truth.CONFIRMED;
        if (selector.get("matchLabels") instanceof Mapping wanted) {
            truth = truth.and(hasAll(wanted));
        }
        for (Node expression : selector.get("matchExpressions").items()) {
            truth = truth.and(match(expression, expression.get("key").text("")));
        }
        return truth;
    }

    /** Whether each of these labels is there with its value. */
    public Truth hasAll(Mapping wanted) {
        var truth = Truth.CONFIRMED;
        for (int i = 0; i < wanted.size() && !truth.isRefuted(); i++) {
            Optional<String> value = labels.get(wanted.key(i)).text();
            truth = truth.and(
                    value.isPresent()
                            ? Truth.of(value.get().equals(wanted.value(i).text("")))
                            : missing());
        }
        return truth;
    }

    private Truth match(Node expression, String key) {
        Optional<String> value = labels.get(key).text();
        Truth exists = value.isPresent() ? Truth.CONFIRMED : missing();
        return switch (expression.get("operator").text("")) {
            case "In" -> exists.and(isOneOf(expression, value));
            case "NotIn" -> exists.and(isOneOf(expression, value)).not();
            case "Exists" -> exists;
            case "DoesNotExist" -> exists.not();
            default -> Truth.undecided("what the selector at " + expression.location() + " means");
        };
    }

    private Truth isOneOf(Node expression, Optional<String> value) {
        return value.isEmpty()
                ? missing()
                : Truth.of(expression.get("values").items().stream()
                        .anyMatch(item -> item.text("").equals(value.get())));
    }

    private Truth missing() {
        return areAllKnown ? Truth.REFUTED : UNKNOWN;
    }
}
