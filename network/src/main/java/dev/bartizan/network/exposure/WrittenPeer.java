package dev.bartizan.network.exposure;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Pods as a rule writes them, named in the form of np-guard's netpol-analyzer.
 *
 * @param isPlain whether it names labels and their values only
 */
record WrittenPeer(Newcomer name, boolean isPlain) {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    /**
     * Empty when the peer is none of pods.
     *
     * @param policyNamespace where pods are meant that no namespace is said of; empty: everywhere
     */
    static Optional<WrittenPeer> of(Node peer, String policyNamespace) {
        if (!policyNamespace.isEmpty()) {
            return peer.get("ipBlock").hasValue()
                    ? Optional.empty()
                    : Optional.of(of(peer.get("namespaceSelector"), peer.get("podSelector"), policyNamespace));
        }
        if (peer.get("namespaces").isPresent()) {
            // All pods of them.
            return Optional.of(of(peer.get("namespaces"), new Absent(peer, "podSelector"), ""));
        }
        Node pods = peer.get("pods");
        return pods.isPresent()
                ? Optional.of(of(pods.get("namespaceSelector"), pods.get("podSelector"), ""))
                : Optional.empty();
    }

    private static WrittenPeer of(Node namespaces, Node pods, String policyNamespace) {
        boolean isOwn = !policyNamespace.isEmpty() && !(namespaces.isPresent() && namespaces.hasValue());
        List<String> all = requirements(pods);
        String name = all.isEmpty() ? "all pods" : "pod with {" + String.join(",", all) + "}";
        return new WrittenPeer(
                isOwn ? new Newcomer(policyNamespace, true, name) : across(namespaces, name),
                isPlain(namespaces) && isPlain(pods));
    }

    private static Newcomer across(Node namespaces, String pods) {
        List<String> all = requirements(namespaces);
        if (all.isEmpty()) {
            return new Newcomer("all namespaces", false, pods);
        }
        boolean isName = all.size() == 1 && all.getFirst().startsWith(NAME_LABEL + "=");
        return isName
                ? new Newcomer(all.getFirst().substring(NAME_LABEL.length() + 1), true, pods)
                : new Newcomer("namespace with {" + String.join(",", all) + "}", false, pods);
    }

    private static boolean isPlain(Node selector) {
        return selector.get("matchExpressions").items().isEmpty();
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
