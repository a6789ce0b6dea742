package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root namespace and trust domain as the MeshConfig of the input says; requests that are denied, in words. */
class MeshConfigTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: shop, labels: {app: job}}
            spec: {serviceAccountName: job, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            """;

    private static final String CONFIG_MAP = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: mesh-system}
            data:
              mesh: |-
                trustDomain: acme.example
                trustDomainAliases: [old.example]
                rootNamespace: mesh-root
            """;

    private static final String OPERATOR = """
            ---
            apiVersion: install.istio.io/v1alpha1
            kind: IstioOperator
            metadata: {name: mesh, namespace: mesh-system}
            spec: {meshConfig: {trustDomain: acme.example, trustDomainAliases: [old.example], rootNamespace: mesh-root}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {CONFIG_MAP, OPERATOR})
    void policiesOfTheRootNamespaceHoldForAllAndItsDomainsAreTheMeshs(String config) {
        for (String domain : List.of("acme.example", "old.example", "cluster.local")) {
            String policies = config
                    + policy(
                            "mesh-root",
                            "{rules: [{from: [{source: {principals: [" + domain + "/ns/shop/sa/web]}}]}]}");

            assertThat(tcp(policies, "web")).as(domain).isTrue();
            assertThat(tcp(policies, "job")).as(domain).isFalse();
        }
        assertThat(tcp(config + policy("istio-system", "{}"), "web")).isTrue();
        assertThat(tcp(
                        config + policy("mesh-root", "{rules: [{from: [{source: {principals: [x/ns/shop/sa/web]}}]}]}"),
                        "web"))
                .isFalse();
    }

    @Test
    void whatIsNotAsUsualIsSaid() {
        assertThat(of(CONFIG_MAP + policy("mesh-root", "{}")).assumptions())
                .contains("Istio: policies of mesh-root hold for all namespaces, identities begin with acme.example,"
                        + " cluster.local, old.example, as ConfigMap mesh-system/istio (cluster.yaml:20) says.");
        assertThat(of(policy("istio-system", "{}")).assumptions()).noneMatch(line -> line.contains("identities begin"));
        assertThat(tcp(policy("istio-system", "{}"), "web")).isFalse();
    }

    @Test
    void withoutItsOwnWordTheNamespaceOfTheConfigIsTheRoot() {
        String config = CONFIG_MAP.replace("rootNamespace: mesh-root", "accessLogFile: /dev/stdout");

        assertThat(tcp(config + policy("mesh-system", "{}"), "web")).isFalse();
        assertThat(tcp(config + policy("istio-system", "{}"), "web")).isTrue();
    }

    @Test
    void aConfigThatCannotBeReadSaysNothing() {
        String config = CONFIG_MAP.replace("trustDomain: acme.example", "{{ .Values }}: [");

        assertThat(tcp(config + policy("istio-system", "{}"), "web")).isFalse();
    }

    @Test
    void explainNamesWhatDeniesSomeRequests() {
        var connectivity = of(
                policy("shop", "{action: DENY, rules: [{to: [{operation: {methods: [DELETE], paths: [/admin*]}}]}]}"));

        assertThat(connectivity.explain(
                        connectivity.peer("shop/web").orElseThrow(),
                        connectivity.peer("shop/db").orElseThrow(),
                        Optional.empty()))
                .contains(
                        "not open for all requests: TCP 1-65535 (not DELETE /admin*)",
                        "  ingress  AuthorizationPolicy shop/p denies some requests by rule 1: DELETE /admin* "
                                + " cluster.yaml:23:30");
    }

    private static String policy(String namespace, String spec) {
        return """
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: p, namespace: %s}
                spec: %s
                """.formatted(namespace, spec);
    }

    private static Connectivity of(String policies) {
        return Connectivity.of(Clusters.of(PODS + policies), CniProfile.KUBERNETES);
    }

    private static boolean tcp(String policies, String sender) {
        var connectivity = of(policies);
        return connectivity
                .connection(
                        connectivity.peer("shop/" + sender).orElseThrow(),
                        connectivity.peer("shop/db").orElseThrow())
                .allowed()
                .isAll();
    }
}
