package dev.bartizan.network.antrea;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** Peers whose namespaces hang on that of the pod of the policy: the same one, or those that share the values of some labels with it. */
final class SameNamespaces {
    private final SortedMap<String, Map<String, String>> namespaces;

    /** @param namespaces by name, with their labels */
    SameNamespaces(SortedMap<String, Map<String, String>> namespaces) {
        this.namespaces = namespaces;
    }

    /** Sets of namespaces: pods in one of them are peers of each other. */
    List<PodMatch> of(Written criteria) {
        return criteria.get("sameLabels").items() > 0
                ? sharing(criteria.get("sameLabels").texts())
                : namespaces.keySet().stream()
                        .map(name -> PodMatch.in(name, LabelSelector.EVERYTHING))
                        .toList();
    }

    /** A namespace without one of the labels shares nothing. */
    private List<PodMatch> sharing(List<String> keys) {
        var values = new LinkedHashSet<List<String>>();
        namespaces.values().stream()
                .filter(labels -> labels.keySet().containsAll(keys))
                .forEach(labels -> values.add(
                        keys.stream().map(key -> labels.getOrDefault(key, "")).toList()));
        return values.stream()
                .map(shared -> PodMatch.across(selector(keys, shared), LabelSelector.EVERYTHING))
                .toList();
    }

    private static LabelSelector selector(List<String> keys, List<String> values) {
        var requirements = new ArrayList<Requirement>();
        for (int i = 0; i < keys.size(); i++) {
            requirements.add(new Requirement(keys.get(i), Operator.IN, new TreeSet<>(List.of(values.get(i)))));
        }
        return new LabelSelector(requirements);
    }
}
