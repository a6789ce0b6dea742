package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import dev.bartizan.testkit.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads that believe a header, and who reaches them past their gateway. */
class TrustedHeadersTest {
    /** A web application of Kubeflow behind a gateway of Istio, and somebody else. */
    private static final String PLATFORM = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: apps, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: app, namespace: apps, labels: {app: app}}
            spec:
              containers:
              - name: app
                image: ghcr.io/kubeflow/kubeflow/jupyter-web-app:v1
                env: [{name: USERID_HEADER, value: kubeflow-userid}]
                ports: [{containerPort: 5000}, {containerPort: 9090}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: app, namespace: apps}
            spec: {selector: {app: app}, ports: [{port: 80, targetPort: 5000}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: app, namespace: apps}
            spec:
              hosts: [x.example]
              gateways: [door/public]
              http: [{route: [{destination: {host: app.apps.svc.cluster.local, port: {number: 80}}}]}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: public, namespace: door}
            spec:
              selector: {istio: ingress}
              servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [x.example], tls: {mode: SIMPLE, credentialName: c}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: ingress, namespace: door, labels: {istio: ingress}}
            spec: {serviceAccountName: ingress, containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.28.0, args: [proxy, router]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: batch}
            spec: {containers: [{name: c, image: c}]}
            """;

    private static final String BY_PRINCIPAL =
            "{rules: [{from: [{source: {principals: [cluster.local/ns/door/sa/ingress]}}]}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''| TCP 5000, TCP 9090",
                BY_PRINCIPAL + "|''| -",
                "{rules: [{to: [{operation: {ports: ['9090']}}]}, {from: [{source: {principals: [cluster.local/ns/door/sa/ingress]}}]}]}|''| TCP 9090",
                "{rules: [{when: [{key: 'request.headers[kubeflow-userid]', notValues: ['*']}]}]}|''| -",
                "{rules: [{when: [{key: 'request.headers[kubeflow-userid]', notValues: [x]}]}]}|''| TCP 5000, TCP 9090",
                "{action: DENY, rules: [{when: [{key: 'request.headers[kubeflow-userid]', values: ['*']}]}]}|''| -",
                "''| {podSelector: {}}                                                   | -",
                "''| {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}     | TCP 5000, TCP 9090",
                "''| {podSelector: {}, ingress: [{ports: [{port: 5000}]}]}               | TCP 5000",
            })
    void whoReachesItPastTheGateway(String authorization, String networkPolicy, String ports) {
        List<Finding> findings = findings(Clusters.of(PLATFORM
                + policy("security.istio.io/v1", "AuthorizationPolicy", authorization)
                + policy("networking.k8s.io/v1", "NetworkPolicy", networkPolicy)));

        if (ports.equals("-")) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.location()).hasToString("cluster.yaml:12:40");
                assertThat(finding.evidence().getFirst().statement())
                        .isEqualTo("apps/app[Pod] takes the user from the header kubeflow-userid, which Gateway"
                                + " door/public is to set; 1 workload can send it past that one");
                assertThat(finding.evidence().get(1).statement()).isEqualTo("batch/job[Pod] may open " + ports);
                assertThat(finding.evidence().get(1).location()).hasToString("cluster.yaml:40:1");
            });
        }
    }

    @Test
    void whereNoPolicySaysAnythingOneMayBeKeptElsewhere() {
        assertThat(findings(Clusters.of(PLATFORM)))
                .extracting(Finding::truth)
                .containsExactly(Truth.undecided("what the input does not hold of apps"));
    }

    @Test
    void aPolicyThatLetsThemInIsShownAndSettlesIt() {
        String open = "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}";

        assertThat(findings(Clusters.of(PLATFORM + policy("networking.k8s.io/v1", "NetworkPolicy", open))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.truth()).isEqualTo(Truth.CONFIRMED);
                    assertThat(finding.evidence().getLast().statement())
                            .isEqualTo("NetworkPolicy apps/policy, rule 1 lets them in");
                });
    }

    @Test
    void theReferencePlatformHasOneAsItWasFoundAndNoneOnceHardened() {
        assertThat(reference("as-found")).singleElement().satisfies(finding -> {
            assertThat(finding.asset()).endsWith("apps/Deployment/ml-notebooks/notebook-web-app");
            assertThat(finding.location().line()).isEqualTo(36);
            assertThat(finding.evidence()).hasSizeGreaterThan(2);
        });
        assertThat(reference("hardened")).isEmpty();
    }

    private static List<Finding> reference(String variant) {
        return findings(Clusters.read(
                List.of(Repository.path("examples/reference-platform").resolve(variant))));
    }

    private static List<Finding> findings(Snapshot snapshot) {
        return LintAnalysis.run(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES)).findings().stream()
                .filter(finding -> finding.rule().equals("lint-trusted-header"))
                .toList();
    }

    private static String policy(String version, String kind, String spec) {
        return spec.isEmpty() ? "" : """
                ---
                apiVersion: %s
                kind: %s
                metadata: {name: policy, namespace: apps}
                spec: %s
                """.formatted(version, kind, spec);
    }
}
