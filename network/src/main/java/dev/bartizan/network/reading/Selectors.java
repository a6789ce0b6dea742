package dev.bartizan.network.reading;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Label selectors of apimachinery: {@code matchLabels} and {@code matchExpressions} must both hold. */
public final class Selectors {
    private final Complaints complaints;

    public Selectors(Complaints complaints) {
        this.complaints = complaints;
    }

    /** An absent one and an empty one mean everything. One that the API server would refuse means nothing. */
    public LabelSelector read(Written selector) {
        var requirements = new ArrayList<Requirement>();
        if (selector.get("matchLabels").node() instanceof Mapping labels) {
            for (int i = 0; i < labels.size(); i++) {
                requirements.add(new Requirement(
                        labels.key(i),
                        Operator.IN,
                        new TreeSet<>(List.of(labels.value(i).text("")))));
            }
        }
        Written expressions = selector.get("matchExpressions");
        for (int i = 0; i < expressions.items(); i++) {
            Optional<Requirement> requirement = requirement(expressions.item(i));
            if (requirement.isEmpty()) {
                return LabelSelector.NOTHING;
            }
            requirements.add(requirement.get());
        }
        return new LabelSelector(requirements);
    }

    private Optional<Requirement> requirement(Written expression) {
        var values = new TreeSet<String>();
        expression.get("values").node().items().forEach(value -> values.add(value.text("")));
        Optional<Operator> operator = switch (expression.get("operator").text()) {
            case "In" -> Optional.of(Operator.IN);
            case "NotIn" -> Optional.of(Operator.NOT_IN);
            case "Exists" -> Optional.of(Operator.EXISTS);
            case "DoesNotExist" -> Optional.of(Operator.DOES_NOT_EXIST);
            default -> Optional.empty();
        };
        boolean needsValues =
                operator.equals(Optional.of(Operator.IN)) || operator.equals(Optional.of(Operator.NOT_IN));
        String key = expression.get("key").text();
        if (operator.isEmpty() || key.isEmpty() || needsValues == values.isEmpty()) {
            complaints.add(
                    "selector-invalid",
                    "This requirement of a selector is none that the API server takes; the selector is taken to match nothing.",
                    "give it a key, an operator (In and NotIn with values, Exists and DoesNotExist without)",
                    expression);
            return Optional.empty();
        }
        return Optional.of(new Requirement(key, operator.get(), values));
    }
}
