package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes ClusterNetworkPolicy of policy.networking.k8s.io/v1alpha2 in the admin tier: what is accepted before what is denied. It cannot name senders outside of
 * the cluster, who are left to a NetworkPolicy of the namespace; that one is asked only about what the admin tier does not decide.
 */
final class ClusterPolicyForm implements PolicyForm {
    /** Rules of a direction, peers and protocols of a rule (ClusterNetworkPolicySpec). */
    private static final int MOST = 25;

    private static final int LONGEST_NAME = 240;

    @Override
    public String folder() {
        return NetworkPolicyForm.FOLDER;
    }

    @Override
    public String enforcedBy() {
        return "They hold only where the network plugin of the cluster enforces ClusterNetworkPolicy v1alpha2 and"
                + " NetworkPolicy; nothing in manifests shows it. Other policies of the admin tier with the priorities "
                + "500 to 502 would be asked in no certain order.";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("ClusterNetworkPolicy", "NetworkPolicy");
    }

    @Override
    public boolean replaces(Policy policy) {
        return policy.tier().equals(Tier.NAMESPACE) && policy.kind().equals("NetworkPolicy");
    }

    @Override
    public List<String> audit(boolean hasStagedPolicies) {
        return List.of(
                "ClusterNetworkPolicy has no mode that only reports. The files isolate one namespace each, so that one can"
                        + " be tried alone.");
    }

    @Override
    public SortedMap<String, String> texts(Synthesis.Answer answer) {
        var texts = new TreeMap<String, String>();
        for (String namespace : answer.namespaces()) {
            var yaml = new YamlText();
            List<SuggestedPolicy> policies = answer.policies(namespace);
            policies.forEach(policy -> accept(policy, yaml));
            dns(namespace, yaml);
            deny(namespace, yaml);
            senders(namespace, policies, yaml);
            texts.put(namespace, yaml.toString());
        }
        return texts;
    }

    private static void accept(SuggestedPolicy policy, YamlText yaml) {
        List<Part> in = parts(policy.ingress().stream()
                .filter(rule -> !(rule.peer() instanceof RulePeer.Block))
                .toList());
        List<Part> out = parts(policy.egress());
        String name = name(policy.subject().namespace(), policy.name());
        for (int first = 0; first < Math.max(in.size(), out.size()); first += MOST) {
            String numbered = first == 0 ? name : name + "-" + (first / MOST + 1);
            head(numbered, 500, PolicyYaml.subject(policy), yaml);
            yaml.line(1, "subject:");
            yaml.line(2, "pods:");
            pods(3, policy.subject(), yaml);
            rules("ingress", "from", slice(in, first), yaml);
            rules("egress", "to", slice(out, first), yaml);
        }
    }

    private static String name(String namespace, String policy) {
        String name = namespace + "." + policy;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static List<Part> slice(List<Part> parts, int first) {
        return first >= parts.size() ? List.of() : parts.subList(first, Math.min(parts.size(), first + MOST));
    }

    /** As much of a rule as one may hold. */
    private record Part(SuggestedRule rule, PortSet ports) {}

    private static List<Part> parts(List<SuggestedRule> rules) {
        var parts = new ArrayList<Part>();
        for (SuggestedRule rule : rules) {
            List<PortMatch.Range> ranges = rule.ports().ranges();
            for (int first = 0; first < ranges.size(); first += MOST) {
                parts.add(new Part(rule, PortSet.of(ranges.subList(first, Math.min(ranges.size(), first + MOST)))));
            }
        }
        return parts;
    }

    private static void head(String name, int priority, String said, YamlText yaml) {
        PolicyYaml.head("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", name, "", said, yaml);
        yaml.line(1, "tier: Admin");
        yaml.line(1, "priority: " + priority);
    }

    private static void pods(int depth, Segment segment, YamlText yaml) {
        yaml.line(depth, "namespaceSelector:");
        yaml.line(depth + 1, PolicyYaml.namespace(segment.namespace()));
        PolicyYaml.selector(depth, "podSelector", segment, yaml);
    }

    private static void rules(String list, String side, List<Part> parts, YamlText yaml) {
        if (parts.isEmpty()) {
            return;
        }
        yaml.line(1, list + ":");
        for (Part part : parts) {
            yaml.reasons(2, part.rule().reasons());
            yaml.line(2, "- action: Accept");
            yaml.line(3, side + ":");
            peer(part.rule().peer(), yaml);
            protocols(part.ports(), yaml);
        }
    }

    private static void peer(RulePeer peer, YamlText yaml) {
        switch (peer) {
            case RulePeer.Pods(var segment) -> {
                yaml.line(4, "- pods:");
                pods(7, segment, yaml);
            }
            case RulePeer.Block(var range) -> yaml.line(4, "- networks: [\"" + range.cidr() + "\"]");
            case RulePeer.NameService() -> nameService(yaml);
            case RulePeer.Domain _, RulePeer.ApiServer _, RulePeer.Nodes _ ->
                throw new IllegalArgumentException("ClusterNetworkPolicy cannot name " + peer.sortKey());
        }
    }

    private static void nameService(YamlText yaml) {
        yaml.line(4, "- pods:");
        yaml.line(7, "namespaceSelector:");
        yaml.line(8, PolicyYaml.namespace("kube-system"));
        yaml.line(7, "podSelector:");
        yaml.line(8, "matchLabels: {k8s-app: kube-dns}");
    }

    private static void protocols(PortSet ports, YamlText yaml) {
        if (ports.isAll()) {
            return;
        }
        yaml.line(3, "protocols:");
        for (PortMatch.Range range : ports.ranges()) {
            String protocol = range.protocol().name().toLowerCase(Locale.ROOT);
            String port = range.first() == range.last()
                    ? "number: " + range.first()
                    : "range: {start: " + range.first() + ", end: " + range.last() + "}";
            yaml.line(4, "- {" + protocol + ": {destinationPort: {" + port + "}}}");
        }
    }

    private static void dns(String namespace, YamlText yaml) {
        head(
                name(namespace, PolicyNames.ALLOW_DNS),
                501,
                "Names are resolved by CoreDNS or kube-dns as Kubernetes installs it.",
                yaml);
        subject(namespace, yaml);
        yaml.line(1, "egress:");
        yaml.line(2, "- action: Accept");
        yaml.line(3, "to:");
        nameService(yaml);
        yaml.line(3, "protocols:");
        yaml.line(4, "- {udp: {destinationPort: {number: 53}}}");
        yaml.line(4, "- {tcp: {destinationPort: {number: 53}}}");
    }

    private static void deny(String namespace, YamlText yaml) {
        head(
                name(namespace, PolicyNames.DEFAULT_DENY),
                502,
                "Nothing that no other policy accepts; who comes from outside is left to the NetworkPolicies below.",
                yaml);
        subject(namespace, yaml);
        yaml.line(1, "ingress:");
        yaml.line(2, "- action: Deny");
        yaml.line(3, "from: [{namespaces: {}}]");
        yaml.line(1, "egress:");
        yaml.line(2, "- action: Deny");
        yaml.line(3, "to:");
        yaml.line(4, "- namespaces: {}");
        yaml.line(4, "- networks: [\"0.0.0.0/0\", \"::/0\"]");
    }

    private static void subject(String namespace, YamlText yaml) {
        yaml.line(1, "subject:");
        yaml.line(2, "namespaces:");
        yaml.line(3, PolicyYaml.namespace(namespace));
    }

    /** Those outside, by NetworkPolicy. */
    private static void senders(String namespace, List<SuggestedPolicy> policies, YamlText yaml) {
        outside(PolicyNames.DEFAULT_DENY, namespace, "Nobody from outside whom no other policy lets in.", yaml);
        yaml.line(1, "podSelector: {}");
        yaml.line(1, "policyTypes: [Ingress]");
        for (SuggestedPolicy policy : policies) {
            List<SuggestedRule> blocks = policy.ingress().stream()
                    .filter(rule -> rule.peer() instanceof RulePeer.Block)
                    .toList();
            if (!blocks.isEmpty()) {
                outside(
                        policy.name(),
                        namespace,
                        "Who outside may open " + policy.subject().name() + ".",
                        yaml);
                PolicyYaml.selector(1, "podSelector", policy.subject(), yaml);
                yaml.line(1, "policyTypes: [Ingress]");
                NetworkPolicyForm.rules("ingress", "from", blocks, namespace, yaml);
            }
        }
    }

    private static void outside(String name, String namespace, String said, YamlText yaml) {
        PolicyYaml.head("networking.k8s.io/v1", "NetworkPolicy", name, namespace, said, yaml);
    }
}
