package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bartizan.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is easily got wrong, each with the source that says how it is. */
class PitfallsTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: shop}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 9090}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: batch, labels: {app: job}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: batch}
            spec: {hostNetwork: true, containers: [{name: c, image: c}]}
            """;

    /** networking.k8s.io/v1 types.go and pkg/apis/networking/v1/defaults.go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "podSelector: {}, policyTypes: [Ingress]                                          | job | db  | No Connections",
                "policyTypes: [Ingress]                                                           | job | db  | No Connections",
                "podSelector: {}, ingress: [{}]                                                   | job | db  | All Connections",
                "podSelector: {}, ingress: [{from: []}]                                           | job | db  | All Connections",
                "podSelector: {}, ingress: [{from: [{podSelector: {}}]}]                          | job | db  | No Connections",
                "podSelector: {}, ingress: [{from: [{podSelector: {}}]}]                          | web | db  | All Connections",
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]                    | job | db  | All Connections",
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]                    | 9.9.9.9 | db | No Connections",
                "podSelector: {}, egress: []                                                      | db  | job | All Connections",
                "podSelector: {}, egress: [{ports: [{port: 53}]}]                                 | db  | job | TCP 53",
                "podSelector: {}, policyTypes: [Egress], ingress: [{ports: [{port: 1}]}]          | job | db  | All Connections",
                "podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]                           | job | db  | UDP 1-65535",
                "podSelector: {}, ingress: [{ports: [{port: 80, endPort: 90}]}]                   | job | db  | TCP 80-90",
                "podSelector: {}, ingress: [{ports: [{port: http}]}]                              | job | db  | TCP 9090",
                "podSelector: {}, ingress: [{ports: [{port: http, protocol: UDP}]}]               | job | db  | No Connections",
                "podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]        | db  | web | TCP 8080",
                "podSelector: {}, egress: [{ports: [{port: http}]}]                               | db  | job | No Connections",
                "podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [db]}]}     | job | db  | All Connections",
                "podSelector: {matchExpressions: [{key: none, operator: DoesNotExist}]}           | job | db  | No Connections",
                "podSelector: {matchExpressions: [{key: none, operator: NotIn, values: [x]}]}     | job | db  | No Connections",
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: shop}}, podSelector: {matchLabels: {app: job}}}]}] | job | db | No Connections",
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: shop}}}, {namespaceSelector: {}, podSelector: {matchLabels: {app: job}}}]}] | job | db | All Connections",
                "podSelector: {matchLabels: {app: db}, matchExpressions: [{key: app, operator: In, values: [web]}]} | job | db | All Connections",
                "podSelector: {matchExpressions: [{key: none, operator: In, values: [x]}]}         | job | db  | All Connections",
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: batch}}}]}] | job | db | All Connections",
                "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: http}]}] | db | 10.1.2.3 | No Connections",
                "podSelector: {}, ingress: [{from: [{podSelector: {}, ipBlock: {cidr: 0.0.0.0/0}}]}] | web | db | No Connections",
            })
    void networkPolicy(String spec, String from, String to, String expected) {
        assertThat(allowed(policy(spec), from, to)).isEqualTo(expected);
    }

    /** A policy without a namespace is in {@code default}, as everything is that is applied without one. */
    @Test
    void withoutANamespaceItIsTheDefaultOne() {
        String pods = PODS.replace("namespace: shop, ", "").replace("namespace: batch, ", "");
        String policy = policy("podSelector: {}").replace(", namespace: shop", "");
        var connectivity = Connectivity.of(Clusters.of(pods + policy), CniProfile.KUBERNETES);

        assertThat(connectivity
                        .connection(
                                connectivity.peer("default/job").orElseThrow(),
                                connectivity.peer("default/db").orElseThrow())
                        .allowed())
                .hasToString("No Connections");
    }

    /** Each direction is isolated for itself, policies add up, and both sides must allow. */
    @Test
    void bothSidesMustAllowAndPoliciesAdd() {
        String ingress = policy("podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 80}]}]");
        String more = policy("podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 443}, {port: 8080}]}]")
                .replace("name: policy", "name: more");
        String egress = policy(
                        "podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 80}, {port: 443}]}]")
                .replace("name: policy", "name: out");

        assertThat(allowed(ingress + more, "web", "db")).isEqualTo("TCP 80,443,8080");
        assertThat(allowed(ingress + more + egress, "web", "db")).isEqualTo("TCP 80,443");
        assertThat(allowed(ingress + more + egress, "db", "web")).isEqualTo("All Connections");
    }

    /** Exceptions are a difference, and what another rule of the union allows stays allowed. */
    @Test
    void anotherBlockMayAllowWhatOneExcepts() {
        String spec = "podSelector: {}, egress: ["
                + "{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}, {to: [{ipBlock: {cidr: 10.1.2.0/24}}]}]";

        assertThat(allowed(policy(spec), "db", "10.2.3.4")).isEqualTo("All Connections");
        assertThat(allowed(policy(spec), "db", "10.1.3.4")).isEqualTo("No Connections");
        assertThat(allowed(policy(spec), "db", "10.1.2.4")).isEqualTo("All Connections");
        assertThat(allowed(policy(spec), "db", "11.1.2.4")).isEqualTo("No Connections");
    }

    /** Upstream's end-to-end tests match pods by their addresses, np-guard never does: which pods have which is not in the files. */
    @Test
    void whetherABlockHoldsAPodHangsOnTheProfile() {
        String spec = "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]";

        assertThat(of(policy(spec), CniProfile.KUBERNETES, "db", "job").depends())
                .hasToString("All Connections");
        assertThat(of(policy(spec), CniProfile.NP_GUARD, "db", "job").depends().isEmpty())
                .isTrue();
        assertThat(allowed(policy("podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]"), "db", "job"))
                .isEqualTo("All Connections");
    }

    /** A pod on the host network is no pod to policies, and its node may be the receiver's own, which always gets in. */
    @Test
    void podsOnTheHostNetworkAreNodes() {
        String closed = policy("podSelector: {}");

        assertThat(of(closed, CniProfile.KUBERNETES, "agent", "db").depends()).hasToString("All Connections");
        assertThat(of(closed, CniProfile.NP_GUARD, "agent", "db").depends().isEmpty())
                .isTrue();
        assertThat(allowed(closed.replace("shop", "batch"), "db", "agent")).isEqualTo("All Connections");
    }

    /** network-policy-api: Admin, then NetworkPolicy, then Baseline; Pass leaves a tier, and Baseline never sees what a NetworkPolicy isolates. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Admin    | Deny   | podSelector: {}, ingress: [{}] | No Connections",
                "Admin    | Accept | podSelector: {}                | All Connections",
                "Admin    | Pass   | podSelector: {}                | No Connections",
                "Admin    | Pass   |                                | All Connections",
                "Baseline | Deny   |                                | No Connections",
                "Baseline | Deny   | podSelector: {}, ingress: [{}] | All Connections",
                "Baseline | Pass   |                                | All Connections",
            })
    void tiers(String tier, String action, String networkPolicy, String expected) {
        String policies = clusterPolicy("one", tier, 1, action) + (networkPolicy == null ? "" : policy(networkPolicy));

        assertThat(allowed(policies, "job", "db")).isEqualTo(expected);
    }

    @Test
    void theSmallestPriorityIsAskedFirst() {
        assertThat(allowed(
                        clusterPolicy("one", "Admin", 20, "Deny") + clusterPolicy("two", "Admin", 10, "Accept"),
                        "job",
                        "db"))
                .isEqualTo("All Connections");
    }

    /** network-policy-api#292: of two policies with one priority, nobody knows which is asked first. */
    @Test
    void onePriorityAndTwoAnswersLeaveItOpen() {
        String policies = clusterPolicy("one", "Admin", 5, "Deny") + clusterPolicy("two", "Admin", 5, "Accept");

        assertThat(of(policies, CniProfile.KUBERNETES, "job", "db").depends()).hasToString("All Connections");
        assertThat(allowed(
                        clusterPolicy("one", "Admin", 5, "Deny") + clusterPolicy("two", "Admin", 5, "Deny"),
                        "job",
                        "db"))
                .isEqualTo("No Connections");
    }

    /** Calico sorts by name what has one order (projectcalico.org/v3 GlobalNetworkPolicy, order). */
    @Test
    void calicoBreaksTiesByName() {
        String policies = clusterPolicy("one", "Admin", 5, "Deny") + clusterPolicy("two", "Admin", 5, "Accept");

        assertThat(of(policies, CniProfile.CALICO, "job", "db").allowed()).hasToString("No Connections");
        assertThat(of(policies, CniProfile.CALICO, "job", "db").depends().isEmpty())
                .isTrue();
    }

    @Test
    void anUnknownVersionIsReadAsAKnownOneAndSaid() {
        String later = policy("podSelector: {}").replace("networking.k8s.io/v1", "networking.k8s.io/v3");

        assertThat(allowed(later, "job", "db")).isEqualTo("No Connections");
        assertThat(Connectivity.of(Clusters.of(PODS + later), CniProfile.KUBERNETES)
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("version-unknown");
                    assertThat(problem.location().orElseThrow().pointer()).isEqualTo("/apiVersion");
                });
    }

    /** As the API hands them out. */
    @Test
    void itemsOfATypedListNeedNotSayWhatTheyAre() {
        String list = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicyList
                items: [{metadata: {name: closed, namespace: shop}, spec: {podSelector: {}}}]
                """;

        assertThat(allowed(list, "job", "db")).isEqualTo("No Connections");
        assertThat(Connectivity.of(Clusters.of(PODS + list), CniProfile.KUBERNETES)
                        .problems())
                .isEmpty();
    }

    /** Whoever reads the list has to know what else there is that decides. */
    @Test
    void kindsThatAreNotEvaluatedAreCounted() {
        String others = """
                ---
                apiVersion: k8s.ovn.org/v1
                kind: EgressFirewall
                metadata: {name: default, namespace: shop}
                spec: {egress: [{type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}
                ---
                apiVersion: k8s.ovn.org/v1
                kind: UserDefinedNetwork
                metadata: {name: own, namespace: shop}
                spec: {topology: Layer2, layer2: {role: Primary}}
                """;

        assertThat(Connectivity.of(Clusters.of(PODS + others), CniProfile.KUBERNETES)
                        .assumptions())
                .anyMatch(each -> each.startsWith("Not evaluated: 1 k8s.ovn.org/EgressFirewall."))
                .anyMatch(each -> each.startsWith("Not evaluated: 1 k8s.ovn.org/UserDefinedNetwork."));
    }

    /** What plugins answer differently stays open, and one question stands behind many pairs. */
    @Test
    void allProfilesAtOnce() {
        String blocks = policy("podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]");
        String ties = clusterPolicy("one", "Admin", 5, "Deny") + clusterPolicy("two", "Admin", 5, "Accept");

        assertThat(of(blocks, CniProfile.KUBERNETES, "db", "job").allowed()).hasToString("All Connections");
        assertThat(of(blocks, CniProfile.CILIUM, "db", "job").allowed()).hasToString("No Connections");
        assertThat(of(blocks, CniProfile.ALL, "db", "job").depends()).hasToString("All Connections");
        assertThat(Connectivity.of(Clusters.of(PODS + blocks), CniProfile.ALL).assumptions())
                .contains("Open for 4 pairs: whether blocks of addresses hold the addresses of pods.");
        assertThat(Connectivity.of(Clusters.of(PODS + ties), CniProfile.ALL).assumptions())
                .contains("Open for 4 pairs: which of several policies with one priority is asked first.");
        assertThat(Connectivity.of(Clusters.of(PODS + policy("podSelector: {}")), CniProfile.ALL)
                        .assumptions())
                .contains(
                        "Open for 2 pairs: whether a pod on the host network is on the node of the other pod, which that"
                                + " node may always reach.");
    }

    /** A peer of a later version: a rule that allows matches nobody by it, one that denies denies everybody. */
    @Test
    void unknownPeersFailClosed() {
        String unknown = clusterPolicy("one", "Admin", 1, "Deny").replace("namespaces: {}", "constellations: {}");
        String accepting = clusterPolicy("one", "Admin", 1, "Accept").replace("namespaces: {}", "constellations: {}");

        assertThat(allowed(unknown, "job", "db")).isEqualTo("No Connections");
        assertThat(allowed(accepting + policy("podSelector: {}"), "job", "db")).isEqualTo("No Connections");
        assertThat(Connectivity.of(Clusters.of(PODS + unknown), CniProfile.KUBERNETES)
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly("peer-unknown");
    }

    @Test
    void everyProblemIsLocated() {
        String spec = "podSelector: {matchExpressions: [{key: app, operator: Like}]}, ingress: ["
                + "{from: [{}, {ipBlock: {cidr: 10.0.0.0/33}}, {ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}], ports: [{port: 70000}, {port: 90, endPort: 80}, {protocol: ICMP}]}]";

        assertThat(Connectivity.of(Clusters.of(PODS + policy(spec)), CniProfile.KUBERNETES)
                        .problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().orElseThrow().pointer()).startsWith("/spec/"))
                .extracting(problem -> problem.code())
                .containsExactlyInAnyOrder(
                        "selector-invalid",
                        "peer-invalid",
                        "address-block-invalid",
                        "address-block-invalid",
                        "port-invalid",
                        "port-invalid",
                        "port-invalid");
    }

    /** Where a policy stands is as much a mistake as what it says, and the analysis says what it assumes. */
    @Test
    void whereAPolicyStandsIsLookedAtToo() {
        String twice = policy("podSelector: {}, policyTypes: []") + policy("podSelector: {}, policyTypes: [Egress]");
        String elsewhere = policy("podSelector: {}").replace("namespace: shop", "namespace: shopp");

        assertThat(Connectivity.of(Clusters.of(PODS + twice + elsewhere), CniProfile.KUBERNETES)
                        .problems())
                .allSatisfy(problem -> assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE))
                .extracting(
                        Problem::code,
                        problem -> problem.location().orElseThrow().pointer())
                .containsExactlyInAnyOrder(
                        tuple("policy-types-empty", "/spec/policyTypes"),
                        tuple("policy-name-shared", "/metadata/name"),
                        tuple("policy-namespace-unknown", "/metadata/namespace"));
    }

    private static String policy(String spec) {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: policy, namespace: shop}
                spec: {%s}
                """.formatted(spec);
    }

    private static String clusterPolicy(String name, String tier, int priority, String action) {
        return """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha2
                kind: ClusterNetworkPolicy
                metadata: {name: %s}
                spec:
                  tier: %s
                  priority: %s
                  subject: {namespaces: {matchLabels: {team: shop}}}
                  ingress: [{action: %s, from: [{namespaces: {}}]}]
                """.formatted(name, tier, priority, action);
    }

    private static String allowed(String policies, String from, String to) {
        var connection = of(policies, CniProfile.KUBERNETES, from, to);
        assertThat(connection.depends().isEmpty()).as("nothing is left open").isTrue();
        return connection.allowed().toString();
    }

    private static Connection of(String policies, CniProfile profile, String from, String to) {
        var connectivity = Connectivity.of(Clusters.of(PODS + policies), profile);
        return connectivity.connection(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow());
    }
}
