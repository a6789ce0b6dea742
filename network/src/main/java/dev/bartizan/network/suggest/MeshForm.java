package dev.bartizan.network.suggest;

import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes AuthorizationPolicy and PeerAuthentication of security.istio.io/v1. Senders are named by the identity of their service account, and who can show none
 * by his address or not at all; only what stands behind a proxy is bound, and only TCP.
 */
final class MeshForm implements PolicyForm {
    private static final String VERSION = "security.istio.io/v1";

    @Override
    public String folder() {
        return "mesh/";
    }

    @Override
    public String made() {
        return "in the mesh with a default deny and mutual TLS";
    }

    @Override
    public String enforcedBy() {
        return "AuthorizationPolicy binds only pods with a proxy of Istio, and TCP only; who shares a service account is one"
                + " sender to it. It says nothing of what pods open to the outside.";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("AuthorizationPolicy", "PeerAuthentication");
    }

    @Override
    public boolean replaces(Policy policy) {
        return (policy.kind().equals("AuthorizationPolicy")
                        && policy.tier().name().equals("allow"))
                || policy.kind().equals("PeerAuthentication");
    }

    @Override
    public SortedMap<String, String> staged(SortedMap<String, String> texts, boolean hasStagedPolicies) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> dryRun(text.getValue()), (one, other) -> one, TreeMap::new));
    }

    /** Without the PeerAuthentications, which have no such mode. */
    private static String dryRun(String text) {
        return Arrays.stream(text.split("(?m)^---\n", -1))
                .filter(document -> document.contains("\nkind: AuthorizationPolicy\n"))
                .map(document -> "---\n"
                        + document.replace(
                                "\n  labels: {", "\n  annotations: {istio.io/dry-run: \"true\"}\n  labels: {"))
                .collect(Collectors.joining());
    }

    @Override
    public List<String> audit(boolean hasStagedPolicies) {
        return List.of("Istio: `kubectl apply -f staged/` makes the AuthorizationPolicies with the annotation"
                + " `istio.io/dry-run: \"true\"`, which decide nothing; the logs and metrics of the proxies tell what they"
                + " would. PeerAuthentication has no such mode: apply it last, and look in the telemetry for plain text"
                + " before. (https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/)");
    }

    @Override
    public SortedMap<String, String> texts(Synthesis.Answer answer) {
        var texts = new TreeMap<String, String>();
        for (String namespace : answer.namespaces()) {
            boolean isInMesh = !answer.meshRoots().contains(namespace)
                    && answer.cluster().pods().stream()
                            .anyMatch(pod -> pod.namespace().equals(namespace) && Mesh.hasProxy(pod));
            if (isInMesh) {
                var yaml = new YamlText();
                namespace(namespace, yaml);
                answer.policies(namespace).stream()
                        .filter(policy ->
                                pods(answer, policy.subject()).stream().anyMatch(Mesh::hasProxy))
                        .forEach(policy -> policy(answer, policy, yaml));
                texts.put(namespace, yaml.toString());
            }
        }
        return texts;
    }

    private static List<Pod> pods(Synthesis.Answer answer, Segment segment) {
        return segment.pods().stream()
                .map(pod -> answer.cluster().pods().get(pod))
                .toList();
    }

    private static void namespace(String namespace, YamlText yaml) {
        PolicyYaml.head(
                VERSION,
                "AuthorizationPolicy",
                PolicyNames.DEFAULT_DENY,
                namespace,
                "Nothing that no other policy allows.",
                yaml);
        yaml.line(1, "action: ALLOW");
        PolicyYaml.head(VERSION, "PeerAuthentication", "default", namespace, "Who sends must show who he is.", yaml);
        yaml.line(1, "mtls: {mode: STRICT}");
    }

    private static void policy(Synthesis.Answer answer, SuggestedPolicy policy, YamlText yaml) {
        Segment subject = policy.subject();
        List<MeshRule> rules = policy.ingress().stream()
                .map(rule -> MeshRule.of(answer, rule))
                .filter(rule -> !rule.ports().isEmpty())
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        PolicyYaml.head(
                VERSION,
                "AuthorizationPolicy",
                policy.name(),
                subject.namespace(),
                "What " + subject.name() + " may receive.",
                yaml);
        selector(subject, yaml);
        yaml.line(1, "action: ALLOW");
        yaml.line(1, "rules:");
        rules.forEach(rule -> rule.write(yaml));
        unidentified(policy, rules, yaml);
    }

    /** It knows labels that must be there only. */
    private static void selector(Segment subject, YamlText yaml) {
        if (!subject.labels().isEmpty()) {
            yaml.line(1, "selector:");
            yaml.line(2, "matchLabels:");
            subject.labels()
                    .forEach((label, value) -> yaml.line(3, YamlText.scalar(label) + ": " + YamlText.scalar(value)));
        }
    }

    /** Where somebody without an identity is to come in, plain text is taken. */
    private static void unidentified(SuggestedPolicy policy, List<MeshRule> rules, YamlText yaml) {
        PortSet plain = rules.stream()
                .filter(rule -> !rule.isIdentified())
                .map(MeshRule::ports)
                .reduce(PortSet.NONE, PortSet::union);
        if (plain.isEmpty() || policy.subject().labels().isEmpty()) {
            return;
        }
        PolicyYaml.head(
                VERSION,
                "PeerAuthentication",
                policy.name(),
                policy.subject().namespace(),
                "Some who are to come in cannot show who they are.",
                yaml);
        selector(policy.subject(), yaml);
        Optional<List<Integer>> numbers = MeshRule.numbers(plain);
        yaml.line(1, "mtls: {mode: " + (numbers.isPresent() ? "STRICT" : "PERMISSIVE") + "}");
        if (numbers.isPresent()) {
            yaml.line(1, "portLevelMtls:");
            numbers.get().forEach(port -> yaml.line(2, port + ": {mode: PERMISSIVE}"));
        }
    }

    @Override
    public Optional<String> beyond(Synthesis.Answer answer, Optional<Pod> from, Optional<Pod> to, PortSet ports) {
        if (to.isEmpty()) {
            return Optional.of("AuthorizationPolicy says nothing of what is opened to the outside");
        }
        if (!Mesh.hasProxy(to.get())) {
            return Optional.of("no proxy of the mesh stands before the receiver");
        }
        if (answer.meshRoots().contains(to.get().namespace())) {
            return Optional.of(
                    "policies of the mesh's own namespace would hold in all others, so that none is written there");
        }
        PortSet ofTcp = MeshRule.tcp(ports).minus(Mesh.notTakenIn(to.get()));
        if (ofTcp.isEmpty()) {
            return Optional.of("proxies of the mesh take in TCP only, and not the ports that the pod excludes");
        }
        var open = new ArrayList<PortSet>();
        for (SuggestedPolicy policy : answer.policies(to.get().namespace())) {
            if (to.get()
                    .labels()
                    .entrySet()
                    .containsAll(policy.subject().labels().entrySet())) {
                policy.ingress().stream()
                        .map(rule -> MeshRule.of(answer, rule))
                        .filter(rule -> rule.admits(from))
                        .forEach(rule -> open.add(rule.widened()));
            }
        }
        return ofTcp.minus(open.stream().reduce(PortSet.NONE, PortSet::union)).isEmpty()
                ? Optional.of(
                        "it has the service account of a sender that is meant, or the mesh cannot tell who that one is")
                : Optional.empty();
    }

    /** Who sends, as the mesh can say it. */
    static Set<String> principals(Synthesis.Answer answer, Segment segment) {
        var principals = new LinkedHashSet<String>();
        for (Pod pod : pods(answer, segment)) {
            Optional<String> principal = Mesh.principal(pod);
            if (principal.isEmpty()) {
                return Set.of();
            }
            principals.add(principal.get());
        }
        return principals;
    }
}
