package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest change that would turn an answer round. */
class FlipTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web, pod-template-hash: abc}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            """;

    private static final String POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - ports: [{port: 80}]
            """;

    @Test
    void aDeniedPortIsAllowedByARuleMore() {
        assertThat(change(PODS + POLICY, "web", "db", "5432"))
                .containsExactly(
                        "",
                        "to allow it, add to spec.ingress of NetworkPolicy shop/db (cluster.yaml:11):",
                        "  - {from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: \"shop\"}}, podSelector: {matchLabels: {\"app\": \"web\"}}}], ports: [{protocol: TCP, port: 5432}]}");
        assertThat(change(PODS + POLICY, "8.8.8.8", "db", "udp/53"))
                .anySatisfy(
                        line -> assertThat(line).contains("ipBlock: {cidr: \"0.0.0.0/0\"}", "protocol: UDP, port: 53"));
    }

    @Test
    void anAllowedPortIsDeniedByNarrowingTheRulesThatAllowIt() {
        assertThat(change(PODS + POLICY, "web", "db", "80"))
                .containsExactly(
                        "",
                        "to deny it, narrow or remove rule 1 for ingress of NetworkPolicy shop/db (cluster.yaml:17)");
    }

    @Test
    void whatNobodyDecidesIsDeniedByIsolation() {
        assertThat(change(PODS, "db", "web", "80"))
                .contains("to deny it, isolate the pod, then list what it still needs in the same policy:")
                .anySatisfy(line -> assertThat(line)
                        .contains("podSelector: {matchLabels: {\"app\": \"web\"}}, policyTypes: [Ingress]"));
    }

    /** Each place that denies needs a change of its own, and what another policy of the pod says is not opened for all pods of a namespace. */
    @Test
    void everyPlaceThatDeniesIsTold() {
        String closed = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a-default, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: closed}
                spec: {priority: 1, subject: {namespaces: {}}, ingress: [{name: all, action: Deny, from: [{namespaces: {}}]}]}
                """;

        assertThat(change(PODS + POLICY + closed, "web", "db", "5432"))
                .filteredOn(line -> line.startsWith("to allow"))
                .containsExactly(
                        "to allow it, add to spec.egress of NetworkPolicy shop/a-default (cluster.yaml:19):",
                        "to allow it, narrow or remove all for ingress of AdminNetworkPolicy closed (cluster.yaml:27)",
                        "to allow it, add to spec.ingress of NetworkPolicy shop/db (cluster.yaml:11):");
    }

    /** Without a port, that which the receiver names, or what is open. */
    @Test
    void withoutAPortTheOneThatMattersIsTaken() {
        String named =
                PODS.replace("name: c, image: c", "name: c, image: c, ports: [{name: sql, containerPort: 5432}]");

        assertThat(change(named + POLICY.replace("  ingress:\n  - ports: [{port: 80}]\n", ""), "web", "db"))
                .anySatisfy(line -> assertThat(line).startsWith("to allow TCP 5432, add to spec.ingress"));
        assertThat(change(named + POLICY, "web", "db"))
                .contains(
                        "to deny TCP 80, narrow or remove rule 1 for ingress of NetworkPolicy shop/db (cluster.yaml:17)");
    }

    /** Each kind of policy has its own way of writing a rule; what is told is written back and asked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apiVersion: projectcalico.org/v3 | kind: NetworkPolicy | {selector: \"app == 'db'\", types: [Ingress]}",
                "apiVersion: projectcalico.org/v3 | kind: GlobalNetworkPolicy | {selector: \"app == 'db'\", types: [Ingress]}",
                "apiVersion: cilium.io/v2 | kind: CiliumNetworkPolicy | {endpointSelector: {matchLabels: {app: db}}, enableDefaultDeny: {ingress: true}}",
                "apiVersion: security.istio.io/v1 | kind: AuthorizationPolicy | {selector: {matchLabels: {app: db}}}",
                "apiVersion: networking.k8s.io/v1 | kind: NetworkPolicy | {podSelector: {matchLabels: {app: db}}}",
            })
    void theNewRuleIsWrittenInTheWordsOfItsPolicy(String version, String kind, String spec) {
        String policy =
                "---\n" + version + "\n" + kind + "\nmetadata: {name: db, namespace: shop}\nspec: " + spec + "\n";
        List<String> change = change(PODS + policy, "web", "db", "5432");

        assertThat(change).hasSize(3);
        String list = change.get(1).contains("spec.rules") ? "rules" : "ingress";
        String rule = change.get(2).strip().substring(2);
        String changed = policy.replaceFirst("}\n$", ", " + list + ": [" + rule.replace("$", "\\$") + "]}\n");
        var connectivity = Connectivity.of(Clusters.of(PODS + changed), CniProfile.NP_GUARD);
        assertThat(connectivity.problems()).as(changed).isEmpty();
        assertThat(connectivity
                        .connection(
                                connectivity.peer("web").orElseThrow(),
                                connectivity.peer("db").orElseThrow())
                        .allowed()
                        .contains(Protocol.TCP, 5432))
                .as(changed)
                .isTrue();
    }

    /** A PeerAuthentication is for all senders: no rule of it can be taken away for one. */
    @Test
    void whereNoSimpleChangeDoesItNothingIsTold() {
        String strict = """
                ---
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: strict, namespace: shop}
                spec: {mtls: {mode: STRICT}}
                """;

        String inTheMesh = PODS.replace("app: db", "app: db, sidecar.istio.io/inject: 'true'");
        var connectivity = Connectivity.of(Clusters.of(inTheMesh + strict), CniProfile.KUBERNETES);

        assertThat(connectivity.explain(
                        connectivity.peer("web").orElseThrow(),
                        connectivity.peer("db").orElseThrow(),
                        PortQuery.of("80")))
                .contains("DENIED TCP 1-65535")
                .noneMatch(line -> line.startsWith("to "));
    }

    private static List<String> change(String manifests, String from, String to) {
        return change(manifests, from, to, Optional.empty());
    }

    private static List<String> change(String manifests, String from, String to, String port) {
        return change(manifests, from, to, PortQuery.of(port));
    }

    private static List<String> change(String manifests, String from, String to, Optional<PortQuery> port) {
        var connectivity = Connectivity.of(Clusters.of(manifests), CniProfile.NP_GUARD);
        List<String> lines = connectivity.explain(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow(), port);
        int last = lines.lastIndexOf("");
        return lines.subList(last, lines.size()).getLast().contains("gress  ")
                ? List.of()
                : lines.subList(last, lines.size());
    }
}
