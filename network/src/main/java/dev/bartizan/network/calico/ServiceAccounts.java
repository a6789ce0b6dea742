package dev.bartizan.network.calico;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pods by their service accounts, and these by their names or labels. */
final class ServiceAccounts {
    private final List<PolicyManifest> accounts;
    private final Expressions expressions;

    ServiceAccounts(Surroundings surroundings, Expressions expressions) {
        this.accounts = surroundings.manifests().of("core/ServiceAccount");
        this.expressions = expressions;
    }

    /** Of a rule: names and labels must both fit. */
    LabelExpression of(Written match) {
        var parts = new ArrayList<LabelExpression>();
        if (match.get("names").items() > 0) {
            parts.add(in(Pod.SERVICE_ACCOUNT, match.get("names").texts()));
        }
        if (!match.get("selector").text().isEmpty()) {
            parts.add(labelled(match.get("selector")));
        }
        return new LabelExpression.All(parts);
    }

    /** Those with such labels; an account that is not in the manifests has none. */
    LabelExpression labelled(Written selector) {
        LabelExpression labels = expressions.endpoints(selector);
        Map<String, List<String>> matching = new TreeMap<>();
        Map<String, List<String>> known = new TreeMap<>();
        for (PolicyManifest account : accounts) {
            known.computeIfAbsent(account.namespace(), key -> new ArrayList<>()).add(account.name());
            if (labels.matches(
                    Labels.of(account.root().get("metadata").get("labels").node()))) {
                matching.computeIfAbsent(account.namespace(), key -> new ArrayList<>())
                        .add(account.name());
            }
        }
        LabelExpression named = anyOf(matching);
        return labels.matches(Map.of())
                ? new LabelExpression.Any(List.of(named, new LabelExpression.Not(anyOf(known))))
                : named;
    }

    private static LabelExpression anyOf(Map<String, List<String>> accounts) {
        var parts = new ArrayList<LabelExpression>();
        accounts.forEach((namespace, names) -> parts.add(new LabelExpression.All(
                List.of(in(Pod.NAMESPACE, List.of(namespace)), in(Pod.SERVICE_ACCOUNT, names)))));
        return new LabelExpression.Any(parts);
    }

    private static LabelExpression in(String key, List<String> values) {
        return new LabelSelector(List.of(new Requirement(key, Operator.IN, new TreeSet<>(values))));
    }
}
