package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    /** A policy of the administrators that denies is not undone by a rule of a namespace. */
    @Test
    void whereNoSimpleChangeDoesItNothingIsTold() {
        String denied = """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: closed}
                spec: {priority: 1, subject: {namespaces: {}}, ingress: [{name: all, action: Deny, from: [{namespaces: {}}]}]}
                """;

        assertThat(change(PODS + denied, "web", "db", "80")).isEmpty();
    }

    private static List<String> change(String manifests, String from, String to, String port) {
        var connectivity = Connectivity.of(Clusters.of(manifests), CniProfile.NP_GUARD);
        List<String> lines = connectivity.explain(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow(), PortQuery.of(port));
        int last = lines.lastIndexOf("");
        return lines.subList(last, lines.size()).getLast().contains("gress  ")
                ? List.of()
                : lines.subList(last, lines.size());
    }
}
