package dev.bartizan.network.exposure;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Names pods by the selectors of a rule as it is written, in the form of np-guard's netpol-analyzer. */
final class RepresentativeName {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private RepresentativeName() {}

    /** @param policyNamespace where pods are meant that no namespace is said of */
    static String of(Node peer, String policyNamespace) {
        Node namespaces = peer.get("namespaceSelector");
        String namespace = namespaces.isPresent() && namespaces.hasValue() ? ofNamespaces(namespaces) : policyNamespace;
        List<String> pods = requirements(peer.get("podSelector"));
        return namespace + "/" + (pods.isEmpty() ? "[all pods]" : "[pod with {" + String.join(",", pods) + "}]");
    }

    private static String ofNamespaces(Node selector) {
        List<String> all = requirements(selector);
        if (all.isEmpty()) {
            return "[all namespaces]";
        }
        boolean isName = all.size() == 1 && all.getFirst().startsWith(NAME_LABEL + "=");
        return isName
                ? all.getFirst().substring(NAME_LABEL.length() + 1)
                : "[namespace with {" + String.join(",", all) + "}]";
    }

    private static List<String> requirements(Node selector) {
        var labels = new ArrayList<String>();
        if (selector.get("matchLabels") instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                labels.add(mapping.key(i) + "=" + mapping.value(i).text(""));
            }
        }
        Collections.sort(labels);
        var expressions = new ArrayList<String>();
        for (Node each : selector.get("matchExpressions").items()) {
            List<String> values = each.get("values").items().stream()
                    .map(value -> value.text(""))
                    .toList();
            expressions.add("{Key:" + each.get("key").text("") + ",Operator:"
                    + each.get("operator").text("") + ",Values:[" + String.join(" ", values) + "],}");
        }
        Collections.sort(expressions);
        labels.addAll(expressions);
        return labels;
    }
}
