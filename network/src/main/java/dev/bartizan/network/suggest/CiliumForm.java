package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes CiliumNetworkPolicy of cilium.io/v2. Cilium can name the API server, the nodes, hosts by their names, and pods by their service account
 * (Documentation/security/policy/layer3.rst). It learns the addresses of names from what the name service answers, so that pods that may open some ask it
 * through the proxy of Cilium.
 */
final class CiliumForm implements PolicyForm {
    private static final String ACCOUNT = "io.cilium.k8s.policy.serviceaccount";
    private static final String NAMESPACE = "io.kubernetes.pod.namespace";
    private static final Pattern HOST = Pattern.compile(
            "(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    /** Of one entry (CiliumNetworkPolicy, toPorts). */
    private static final int MOST_PORTS = 40;

    @Override
    public String folder() {
        return NetworkPolicyForm.FOLDER;
    }

    @Override
    public String enforcedBy() {
        return "They hold only where Cilium is the network plugin, and are asked about as Cilium reads them.";
    }

    @Override
    public Map<String, String> labels(Pod pod) {
        return Map.of(ACCOUNT, pod.attributes().getOrDefault(Pod.SERVICE_ACCOUNT, "default"));
    }

    @Override
    public Optional<RulePeer> name(End end) {
        return switch (end) {
            case End.ApiServer() -> Optional.of(new RulePeer.ApiServer());
            case End.Nodes() -> Optional.of(new RulePeer.Nodes());
            case End.Domain(var name) when HOST.matcher(name).matches() -> Optional.of(new RulePeer.Domain(name));
            case End.Domain _, End.Workload _, End.Block _, End.Internet _, End.NameService _, End.Unnamed _ ->
                Optional.empty();
        };
    }

    @Override
    public Set<String> kinds() {
        return Set.of("CiliumNetworkPolicy");
    }

    @Override
    public boolean replaces(Policy policy) {
        return policy.tier().equals(Tier.NAMESPACE)
                && (policy.kind().equals("NetworkPolicy") || policy.kind().equals("CiliumNetworkPolicy"));
    }

    @Override
    public List<String> audit(boolean hasStagedPolicies) {
        return List.of(
                "Policy audit mode allows and reports what policies would deny at layers 3 and 4, of the whole agent"
                        + " (`--policy-audit-mode=true`) or of one endpoint (`cilium-dbg endpoint config ID"
                        + " PolicyAuditMode=Enabled`); `hubble observe flows -t policy-verdict` shows it. Meanwhile no policy of"
                        + " these endpoints is enforced. (https://docs.cilium.io/en/latest/security/policy-creation/)");
    }

    @Override
    public SortedMap<String, String> texts(Synthesis.Answer answer) {
        var texts = new TreeMap<String, String>();
        for (String namespace : answer.namespaces()) {
            List<SuggestedPolicy> policies = answer.policies(namespace);
            var yaml = new YamlText();
            head(PolicyNames.DEFAULT_DENY, namespace, "Nothing that no other policy allows.", yaml);
            yaml.line(1, "endpointSelector: {}");
            yaml.line(1, "ingress:");
            yaml.line(2, "- {}");
            yaml.line(1, "egress:");
            yaml.line(2, "- {}");
            dns(namespace, policies.stream().anyMatch(CiliumForm::opensNames), yaml);
            policies.forEach(policy -> policy(policy, yaml));
            texts.put(namespace, yaml.toString());
        }
        return texts;
    }

    private static boolean opensNames(SuggestedPolicy policy) {
        return policy.egress().stream().anyMatch(rule -> rule.peer() instanceof RulePeer.Domain);
    }

    private static void head(String name, String namespace, String said, YamlText yaml) {
        PolicyYaml.head("cilium.io/v2", "CiliumNetworkPolicy", name, namespace, said, yaml);
    }

    private static void dns(String namespace, boolean learns, YamlText yaml) {
        String said = "Names are resolved by CoreDNS or kube-dns as Kubernetes installs it";
        head(
                PolicyNames.ALLOW_DNS,
                namespace,
                said + (learns ? "; Cilium learns from the answers which addresses names have." : "."),
                yaml);
        yaml.line(1, "endpointSelector: {}");
        yaml.line(1, "egress:");
        yaml.line(2, "- toEndpoints:");
        nameService(yaml);
        yaml.line(3, "toPorts:");
        yaml.line(4, "- ports:");
        yaml.line(6, "- {port: \"53\", protocol: UDP}");
        yaml.line(6, "- {port: \"53\", protocol: TCP}");
        if (learns) {
            yaml.line(5, "rules:");
            yaml.line(6, "dns:");
            yaml.line(7, "- {matchPattern: \"*\"}");
        }
    }

    private static void nameService(YamlText yaml) {
        yaml.line(4, "- matchLabels: {" + NAMESPACE + ": kube-system, k8s-app: kube-dns}");
    }

    private static void policy(SuggestedPolicy policy, YamlText yaml) {
        head(policy.name(), policy.subject().namespace(), PolicyYaml.subject(policy), yaml);
        PolicyYaml.selector(1, "endpointSelector", policy.subject(), yaml);
        rules("ingress", "from", policy.ingress(), yaml);
        rules("egress", "to", policy.egress(), yaml);
    }

    private static void rules(String list, String side, List<SuggestedRule> rules, YamlText yaml) {
        if (rules.isEmpty()) {
            return;
        }
        yaml.line(1, list + ":");
        for (SuggestedRule rule : rules) {
            yaml.reasons(2, rule.reasons());
            peer(rule.peer(), side, yaml);
            ports(rule.ports(), yaml);
        }
    }

    private static void peer(RulePeer peer, String side, YamlText yaml) {
        switch (peer) {
            case RulePeer.Pods(var segment) -> {
                yaml.line(2, "- " + side + "Endpoints:");
                yaml.line(4, "- matchLabels:");
                yaml.line(6, NAMESPACE + ": " + YamlText.scalar(segment.namespace()));
                segment.labels()
                        .forEach(
                                (label, value) -> yaml.line(6, YamlText.scalar(label) + ": " + YamlText.scalar(value)));
                if (!segment.without().isEmpty()) {
                    yaml.line(5, "matchExpressions:");
                    segment.without()
                            .forEach(label ->
                                    yaml.line(6, "- {key: " + YamlText.scalar(label) + ", operator: DoesNotExist}"));
                }
            }
            case RulePeer.Block(var range) -> yaml.line(2, "- " + side + "CIDR: [\"" + range.cidr() + "\"]");
            case RulePeer.NameService() -> {
                yaml.line(2, "- " + side + "Endpoints:");
                nameService(yaml);
            }
            case RulePeer.Domain(var name) -> {
                String key = name.startsWith("*") ? "matchPattern" : "matchName";
                yaml.line(2, "- toFQDNs: [{" + key + ": " + YamlText.scalar(name) + "}]");
            }
            case RulePeer.ApiServer() -> yaml.line(2, "- " + side + "Entities: [kube-apiserver]");
            case RulePeer.Nodes() -> yaml.line(2, "- " + side + "Entities: [host, remote-node]");
        }
    }

    private static void ports(PortSet ports, YamlText yaml) {
        if (ports.isAll()) {
            return;
        }
        yaml.line(3, "toPorts:");
        List<PortMatch.Range> ranges = ports.ranges();
        for (int first = 0; first < ranges.size(); first += MOST_PORTS) {
            yaml.line(4, "- ports:");
            ranges.subList(first, Math.min(ranges.size(), first + MOST_PORTS))
                    .forEach(range -> yaml.line(6, "- {" + port(range) + "}"));
        }
    }

    private static String port(PortMatch.Range range) {
        String end = range.first() == range.last() ? "" : ", endPort: " + range.last();
        return "port: \"" + range.first() + "\"" + end + ", protocol: " + range.protocol();
    }
}
