package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lint finds with roles and bindings, with probes, and where it stops. */
class LintOfRightsAndProbesTest {
    private static final String TENANTS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: desk, namespace: lab, labels: {app: desk}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {}
              ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}}, podSelector: SELECTOR}]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: team, namespace: WHERE}
            rules: [{apiGroups: [''], resources: [pods], verbs: [create]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: team, namespace: WHERE}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: team}
            subjects: [{kind: WHO, name: scientists, namespace: WHERE}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{matchLabels: {app: desk}} | lab  | Group          | yes",
                "{matchLabels: {app: desk}} | shop | Group          | no",
                "{matchLabels: {app: desk}} | lab  | ServiceAccount | no",
                "{}                         | lab  | Group          | no",
            })
    void aLabelThatTenantsOfAnotherNamespaceSetIsTold(String selector, String where, String who, String isFound) {
        List<Finding> found = lint(
                TENANTS.replace("SELECTOR", selector).replace("WHERE", where).replace("WHO", who),
                CniProfile.KUBERNETES,
                "lint-label-of-tenants");

        if (isFound.equals("no")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.evidence())
                            .extracting(Evidence::statement)
                            .containsExactly(
                                    "1 rule tells pods of lab apart by labels, which Group scientists may set",
                                    "Group scientists may create pods there",
                                    "NetworkPolicy shop/db, rule 1 lets app=desk in namespaces with"
                                            + " kubernetes.io/metadata.name=lab pass"));
        }
    }

    private static final String PROBED = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {MESH}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}, annotations: {ANNOTATION}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}], readinessProbe: {httpGet: {path: /, port: http}}}]}
            ---
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: shop}
            spec: {mtls: {mode: MODE}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec: {podSelector: {}, ingress: [{from: [FROM]}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "istio-injection: enabled | sidecar.istio.io/rewriteAppHTTPProbers: 'false' | STRICT | ipBlock: {cidr: 0.0.0.0/0} | KUBERNETES | PeerAuthentication shop/default stops it",
                "istio-injection: enabled | sidecar.istio.io/rewriteAppHTTPProbers: 'false' | PERMISSIVE | ipBlock: {cidr: 0.0.0.0/0} | KUBERNETES | -",
                "istio-injection: enabled | a: b | STRICT | podSelector: {} | KUBERNETES | -",
                "istio.io/dataplane-mode: ambient | a: b | STRICT | podSelector: {} | KUBERNETES | -",
                "istio.io/dataplane-mode: ambient | a: b | STRICT | podSelector: {} | CILIUM | NetworkPolicy shop/web stops it",
                "istio.io/dataplane-mode: ambient | a: b | STRICT | ipBlock: {cidr: 169.254.7.127/32} | CILIUM | -",
                "a: b | a: b | STRICT | podSelector: {} | CILIUM | -",
            })
    void probesThatNobodyLetsThroughAreTold(
            String mesh, String annotation, String mode, String from, CniProfile profile, String stop) {
        List<Finding> found = lint(
                PROBED.replace("MESH", mesh)
                        .replace("ANNOTATION", annotation)
                        .replace("MODE", mode)
                        .replace("FROM", "{" + from + "}"),
                profile,
                "lint-probe-blocked");

        if (stop.equals("-")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.location().line()).isEqualTo(8);
                assertThat(finding.evidence().getFirst().statement())
                        .startsWith("shop/web[Pod] is probed at port 8080 of container c, and ");
                assertThat(finding.evidence().getLast().statement()).isEqualTo(stop);
            });
        }
    }

    /** network-policy-api#314, aws-network-policy-agent#635: nothing says that the kubelet gets past a denial of administrators. */
    @Test
    void aDenialOfEverybodyOverProbedPodsIsAnOpenQuestion() {
        String probed = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec: {containers: [{name: c, image: c, readinessProbe: {httpGet: {port: 8080}}}]}
                ---
                apiVersion: policy.networking.k8s.io/v1alpha2
                kind: ClusterNetworkPolicy
                metadata: {name: closed}
                spec:
                  tier: Admin
                  priority: 1
                  subject: {namespaces: {}}
                  ingress: [{action: Deny, from: [{namespaces: {}}]}]
                """;

        assertThat(lint(probed, CniProfile.KUBERNETES, "lint-probe-blocked"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.truth()).isInstanceOf(Truth.Undecided.class);
                    assertThat(finding.location().pointer()).isEqualTo("/spec/ingress/0");
                    assertThat(finding.evidence().getLast().statement())
                            .contains("shop/web[Pod] is probed at TCP 8080");
                });
        assertThat(lint(
                        probed.replace("namespaces: {}}]}", "namespaces: {matchLabels: {a: b}}}]}"),
                        CniProfile.KUBERNETES,
                        "lint-probe-blocked"))
                .isEmpty();
    }

    /** kubernetes.io, Using Source IP: of a LoadBalancer without externalTrafficPolicy Local, the address of a node may be what a rule sees. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: LoadBalancer                                | 203.0.113.0/24 | yes",
                "type: NodePort                                    | 203.0.113.0/24 | yes",
                "type: LoadBalancer, externalTrafficPolicy: Local  | 203.0.113.0/24 | no",
                "type: ClusterIP                                   | 203.0.113.0/24 | no",
                "type: LoadBalancer                                | 0.0.0.0/0      | no",
            })
    void aRuleMayBeShownTheAddressOfANode(String service, String block, String isFound) {
        String manifests = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, ports: [{port: 80}], %s}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: web, namespace: shop}
                spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: %s}}]}]}
                """.formatted(service, block);

        List<Finding> found = lint(manifests, CniProfile.KUBERNETES, "lint-source-address-lost");

        assertThat(found).hasSize(isFound.equals("yes") ? 1 : 0);
        assertThat(found).allMatch(finding -> finding.truth() instanceof Truth.Undecided);
    }

    @Test
    void whereTheLintStopsItSaysSo() {
        String pods = IntStream.range(0, 500).mapToObj("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p%1$d, namespace: shop, labels: {app: p%1$d}}
                        spec: {containers: [{name: c, image: c}]}
                        ---
                        """::formatted).collect(Collectors.joining());
        String policies = IntStream.range(0, 500).mapToObj("""
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p%1$d, namespace: shop}
                        spec: {podSelector: {matchLabels: {app: p%1$d}}, ingress: [{from: [{podSelector: {}}]}]}
                        ---
                        """::formatted).collect(Collectors.joining());
        String wide = """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a, namespace: shop}
                spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}
                """;
        List<Finding> found = lint(pods + policies + wide, CniProfile.KUBERNETES, "lint-not-all-rules");

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.truth().isConfirmed()).isFalse();
            assertThat(finding.evidence().getFirst().statement())
                    .contains(
                            " rules, one of NetworkPolicy shop/",
                            " were left after ",
                            " comparisons of answers with and without a rule");
        });
    }

    private static List<Finding> lint(String yaml, CniProfile profile, String rule) {
        Snapshot snapshot = Clusters.of(yaml);
        return LintAnalysis.run(snapshot, Connectivity.of(snapshot, profile)).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
