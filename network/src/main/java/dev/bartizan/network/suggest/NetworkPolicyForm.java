package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Tier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes NetworkPolicy of networking.k8s.io/v1. */
final class NetworkPolicyForm implements PolicyForm {
    static final String FOLDER = "policies/";
    private static final String VERSION = "networking.k8s.io/v1";
    private static final String KIND = "NetworkPolicy";

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public String enforcedBy() {
        return "They hold only where the network plugin of the cluster enforces NetworkPolicy; nothing in manifests shows it.";
    }

    @Override
    public SortedMap<String, String> texts(Synthesis.Answer answer) {
        var texts = new TreeMap<String, String>();
        for (String namespace : answer.namespaces()) {
            var yaml = new YamlText();
            defaultDeny(namespace, yaml);
            dns(namespace, yaml);
            answer.policies(namespace).forEach(policy -> policy(policy, yaml));
            texts.put(namespace, yaml.toString());
        }
        return texts;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public boolean replaces(Policy policy) {
        return policy.tier().equals(Tier.NAMESPACE) && policy.kind().equals(KIND);
    }

    /** Calico takes the same specification under another kind and tells what it would deny. */
    @Override
    public SortedMap<String, String> staged(SortedMap<String, String> texts, boolean hasStagedPolicies) {
        if (!hasStagedPolicies) {
            return new TreeMap<>();
        }
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        text -> text.getValue()
                                .replace("\napiVersion: " + VERSION + "\n", "\napiVersion: projectcalico.org/v3\n")
                                .replace("\nkind: " + KIND + "\n", "\nkind: StagedKubernetesNetworkPolicy\n"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Override
    public List<String> audit(boolean hasStagedPolicies) {
        return List.of(
                hasStagedPolicies
                        ? "`kubectl apply -f staged/` makes StagedKubernetesNetworkPolicies of the same specification (Calico"
                                + " 3.30), which deny nothing; the flow logs tell what they would. Delete them when the policies are"
                                + " applied. (https://docs.tigera.io/calico/latest/reference/resources/stagedkubernetesnetworkpolicy)"
                        : "NetworkPolicy itself has no mode that only reports. Of Calico give `--profile calico`: the policies are"
                                + " written as staged ones too. Of Cilium there is the policy audit mode, which lets everything"
                                + " pass and reports it (https://docs.cilium.io/en/latest/security/policy-creation/).");
    }

    /** What isolates every pod of a namespace. */
    private static void defaultDeny(String namespace, YamlText yaml) {
        head(PolicyNames.DEFAULT_DENY, namespace, "Nothing that no other policy allows.", yaml);
        yaml.line(1, "podSelector: {}");
        yaml.line(1, "policyTypes: [Ingress, Egress]");
    }

    /** What lets every pod of a namespace resolve names. */
    private static void dns(String namespace, YamlText yaml) {
        head(
                PolicyNames.ALLOW_DNS,
                namespace,
                "Names are resolved by CoreDNS or kube-dns as Kubernetes installs it.",
                yaml);
        yaml.line(1, "podSelector: {}");
        yaml.line(1, "policyTypes: [Egress]");
        yaml.line(1, "egress:");
        yaml.line(2, "- to:");
        nameService(yaml);
        yaml.line(3, "ports:");
        yaml.line(4, "- {protocol: UDP, port: 53}");
        yaml.line(4, "- {protocol: TCP, port: 53}");
    }

    private static void nameService(YamlText yaml) {
        yaml.line(4, "- namespaceSelector:");
        yaml.line(6, PolicyYaml.namespace("kube-system"));
        yaml.line(5, "podSelector:");
        yaml.line(6, "matchLabels: {k8s-app: kube-dns}");
    }

    /** All that a segment may do. */
    private static void policy(SuggestedPolicy policy, YamlText yaml) {
        Segment subject = policy.subject();
        head(policy.name(), subject.namespace(), PolicyYaml.subject(policy), yaml);
        PolicyYaml.selector(1, "podSelector", subject, yaml);
        yaml.line(1, "policyTypes: [Ingress, Egress]");
        rules("ingress", "from", policy.ingress(), subject.namespace(), yaml);
        rules("egress", "to", policy.egress(), subject.namespace(), yaml);
    }

    private static void head(String name, String namespace, String said, YamlText yaml) {
        PolicyYaml.head(VERSION, KIND, name, namespace, said, yaml);
    }

    static void rules(String list, String side, List<SuggestedRule> rules, String namespace, YamlText yaml) {
        if (rules.isEmpty()) {
            return;
        }
        yaml.line(1, list + ":");
        for (SuggestedRule rule : rules) {
            yaml.reasons(2, rule.reasons());
            yaml.line(2, "- " + side + ":");
            peer(rule.peer(), namespace, yaml);
            PolicyYaml.ports(3, rule.ports(), yaml);
        }
    }

    private static void peer(RulePeer peer, String namespace, YamlText yaml) {
        switch (peer) {
            case RulePeer.Pods(var segment) -> {
                boolean isElsewhere = !segment.namespace().equals(namespace);
                if (isElsewhere) {
                    yaml.line(4, "- namespaceSelector:");
                    yaml.line(6, PolicyYaml.namespace(segment.namespace()));
                }
                PolicyYaml.selector(isElsewhere ? 5 : 4, isElsewhere ? "podSelector" : "- podSelector", segment, yaml);
            }
            case RulePeer.Block(var range) -> yaml.line(4, "- ipBlock: {cidr: \"" + range.cidr() + "\"}");
            case RulePeer.NameService() -> nameService(yaml);
            case RulePeer.Domain _, RulePeer.ApiServer _, RulePeer.Nodes _ ->
                throw new IllegalArgumentException("NetworkPolicy cannot name " + peer.sortKey());
        }
    }
}
