package dev.bartizan.network.suggest;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import java.util.List;

/** Writes NetworkPolicy of networking.k8s.io/v1. */
final class NetworkPolicyForm {
    private NetworkPolicyForm() {}

    /** What isolates every pod of a namespace. */
    static void defaultDeny(String namespace, YamlText yaml) {
        head(PolicyNames.DEFAULT_DENY, namespace, "Nothing that no other policy allows.", yaml);
        yaml.line(1, "podSelector: {}");
        yaml.line(1, "policyTypes: [Ingress, Egress]");
    }

    /** What lets every pod of a namespace resolve names. */
    static void dns(String namespace, YamlText yaml) {
        head(
                PolicyNames.ALLOW_DNS,
                namespace,
                "Names are resolved by CoreDNS or kube-dns as Kubernetes installs it.",
                yaml);
        yaml.line(1, "podSelector: {}");
        yaml.line(1, "policyTypes: [Egress]");
        yaml.line(1, "egress:");
        yaml.line(2, "- to:");
        yaml.line(4, "- namespaceSelector:");
        yaml.line(6, "matchLabels: {kubernetes.io/metadata.name: kube-system}");
        yaml.line(5, "podSelector:");
        yaml.line(6, "matchLabels: {k8s-app: kube-dns}");
        yaml.line(3, "ports:");
        yaml.line(4, "- {protocol: UDP, port: 53}");
        yaml.line(4, "- {protocol: TCP, port: 53}");
    }

    /** All that a segment may do. */
    static void policy(SuggestedPolicy policy, YamlText yaml) {
        Segment subject = policy.subject();
        head(policy.name(), subject.namespace(), "What " + subject.name() + " may receive and open.", yaml);
        selector(1, "podSelector", subject, yaml);
        yaml.line(1, "policyTypes: [Ingress, Egress]");
        rules("ingress", "from", policy.ingress(), subject.namespace(), yaml);
        rules("egress", "to", policy.egress(), subject.namespace(), yaml);
    }

    private static void head(String name, String namespace, String said, YamlText yaml) {
        yaml.line(0, "---");
        yaml.comment(0, said);
        yaml.line(0, "apiVersion: networking.k8s.io/v1");
        yaml.line(0, "kind: NetworkPolicy");
        yaml.line(0, "metadata:");
        yaml.line(1, "name: " + YamlText.scalar(name));
        yaml.line(1, "namespace: " + YamlText.scalar(namespace));
        yaml.line(1, "labels: {app.kubernetes.io/managed-by: bartizan}");
        yaml.line(0, "spec:");
    }

    private static void rules(String list, String side, List<SuggestedRule> rules, String namespace, YamlText yaml) {
        if (rules.isEmpty()) {
            return;
        }
        yaml.line(1, list + ":");
        for (SuggestedRule rule : rules) {
            yaml.reasons(2, rule.reasons());
            yaml.line(2, "- " + side + ":");
            peer(rule.peer(), namespace, yaml);
            ports(rule.ports(), yaml);
        }
    }

    private static void peer(RulePeer peer, String namespace, YamlText yaml) {
        switch (peer) {
            case RulePeer.Pods(var segment) -> {
                boolean isElsewhere = !segment.namespace().equals(namespace);
                if (isElsewhere) {
                    yaml.line(4, "- namespaceSelector:");
                    yaml.line(
                            6,
                            "matchLabels: {kubernetes.io/metadata.name: " + YamlText.scalar(segment.namespace()) + "}");
                }
                selector(isElsewhere ? 5 : 4, isElsewhere ? "podSelector" : "- podSelector", segment, yaml);
            }
            case RulePeer.Block(var range) -> yaml.line(4, "- ipBlock: {cidr: \"" + range.cidr() + "\"}");
            case RulePeer.NameService() -> {
                yaml.line(4, "- namespaceSelector:");
                yaml.line(6, "matchLabels: {kubernetes.io/metadata.name: kube-system}");
                yaml.line(5, "podSelector:");
                yaml.line(6, "matchLabels: {k8s-app: kube-dns}");
            }
            case RulePeer.Domain _, RulePeer.ApiServer _, RulePeer.Nodes _ ->
                throw new IllegalArgumentException("NetworkPolicy cannot name " + peer.sortKey());
        }
    }

    private static void selector(int depth, String key, Segment segment, YamlText yaml) {
        if (segment.labels().isEmpty() && segment.without().isEmpty()) {
            yaml.line(depth, key + ": {}");
            return;
        }
        int below = depth + (key.startsWith("-") ? 2 : 1);
        yaml.line(depth, key + ":");
        if (!segment.labels().isEmpty()) {
            yaml.line(below, "matchLabels:");
            segment.labels()
                    .forEach((label, value) ->
                            yaml.line(below + 1, YamlText.scalar(label) + ": " + YamlText.scalar(value)));
        }
        if (!segment.without().isEmpty()) {
            yaml.line(below, "matchExpressions:");
            segment.without()
                    .forEach(label ->
                            yaml.line(below + 1, "- {key: " + YamlText.scalar(label) + ", operator: DoesNotExist}"));
        }
    }

    private static void ports(PortSet ports, YamlText yaml) {
        if (ports.isAll()) {
            return;
        }
        yaml.line(3, "ports:");
        for (PortMatch.Range range : ports.ranges()) {
            yaml.line(4, "- {" + port(range) + "}");
        }
    }

    private static String port(PortMatch.Range range) {
        String protocol = "protocol: " + range.protocol();
        if (range.equals(PortMatch.all(range.protocol()))) {
            return protocol;
        }
        String first = protocol + ", port: " + range.first();
        return range.first() == range.last() ? first : first + ", endPort: " + range.last();
    }
}
