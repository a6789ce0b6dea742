package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of Antrea, as docs/antrea-network-policy.md and its types describe them. */
class AntreaTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: shop, stage: prod}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: batch, labels: {team: data, stage: prod}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: cashier, containers: [{name: c, image: c}]}
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
            metadata: {name: lab, namespace: tests, labels: {app: lab}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: crd.antrea.io/v1beta1
            kind: ClusterGroup
            metadata: {name: jobs}
            spec: {podSelector: {matchLabels: {app: job}}}
            ---
            apiVersion: crd.antrea.io/v1beta1
            kind: ClusterGroup
            metadata: {name: all-of-them}
            spec: {childGroups: [jobs, partners, all-of-them]}
            ---
            apiVersion: crd.antrea.io/v1beta1
            kind: ClusterGroup
            metadata: {name: partners}
            spec: {ipBlocks: [{cidr: 203.0.113.0/24}]}
            ---
            apiVersion: crd.antrea.io/v1beta1
            kind: Tier
            metadata: {name: mine}
            spec: {priority: 20}
            """;

    private static final String ISOLATES = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: policy, namespace: shop}
            spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
            """;

    /** Rules of a policy of the cluster, applied to the pods app=db of all namespaces. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action: Drop                                                        | job | No Connections",
                "action: Reject                                                      | job | No Connections",
                "action: Allow                                                       | job | All Connections",
                "action: Drop, from: []                                              | job | No Connections",
                "action: Drop, from: [{podSelector: {matchLabels: {app: job}}}]      | job | No Connections",
                "action: Drop, from: [{podSelector: {matchLabels: {app: job}}}]      | web | All Connections",
                "action: Drop, from: [{namespaceSelector: {matchLabels: {team: data}}}] | job | No Connections",
                "action: Drop, from: [{namespaces: {match: Self}}]                   | web | No Connections",
                "action: Drop, from: [{namespaces: {match: Self}}]                   | job | All Connections",
                "action: Drop, from: [{namespaces: {sameLabels: [stage]}}]           | job | No Connections",
                "action: Drop, from: [{namespaces: {sameLabels: [stage]}}]           | lab | All Connections",
                "action: Drop, from: [{namespaces: {sameLabels: [team]}}]            | job | All Connections",
                "action: Drop, from: [{group: jobs}]                                 | job | No Connections",
                "action: Drop, from: [{group: all-of-them}]                          | 203.0.113.7 | No Connections",
                "action: Drop, from: [{group: all-of-them}]                          | 203.0.114.7 | All Connections",
                "action: Drop, from: [{serviceAccount: {namespace: shop, name: cashier}}] | web | No Connections",
                "action: Drop, from: [{ipBlock: {cidr: 10.0.0.0/8}}]                 | 10.1.1.1 | No Connections",
                "action: Drop, ports: [{port: 80, endPort: 90}]                      | job | SCTP 1-65535,TCP 1-79,91-65535,UDP 1-65535",
                "action: Drop, ports: [{protocol: UDP}]                              | job | SCTP 1-65535,TCP 1-65535",
                "action: Drop, ports: [{port: http}]                                 | job | SCTP 1-65535,TCP 1-9089,9091-65535,UDP 1-65535",
                "action: Drop, ports: [{sourcePort: 1000}]                           | job | All Connections",
                "action: Drop, protocols: [{icmp: {}}]                               | job | All Connections",
            })
    void rules(String rule, String from, String expected) {
        assertThat(allowed(policy("one", "priority: 1", rule), from, "db")).isEqualTo(expected);
    }

    /** Tiers before NetworkPolicy, which isolates; the baseline after it; Pass leaves all tiers at once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: Emergency, priority: 5   | Allow | tier: Application, priority: 1 | Drop  | All Connections",
                "tier: Application, priority: 1 | Allow | tier: Emergency, priority: 5   | Drop  | No Connections",
                "priority: 1                    | Allow | tier: Platform, priority: 5    | Drop  | No Connections",
                "priority: 1                    | Allow | priority: 1.5                  | Drop  | All Connections",
                "tier: mine, priority: 5        | Allow | tier: emergency, priority: 1   | Drop  | All Connections",
                "tier: Emergency, priority: 1   | Pass  | tier: Platform, priority: 1    | Drop  | TCP 80",
                "tier: Baseline, priority: 1    | Allow | tier: Baseline, priority: 2    | Drop  | TCP 80",
                "tier: Baseline, priority: 1    | Drop  | tier: Baseline, priority: 2    | Drop  | TCP 80",
            })
    void tiers(String one, String first, String two, String second, String expected) {
        String policies = policy("one", one, "action: " + first) + policy("two", two, "action: " + second);

        assertThat(allowed(ISOLATES + policies, "job", "db")).isEqualTo(expected);
    }

    @Test
    void theBaselineDecidesWhatNobodyElseDoes() {
        assertThat(allowed(policy("one", "tier: Baseline, priority: 1", "action: Drop"), "job", "db"))
                .isEqualTo("No Connections");
    }

    /** docs/antrea-network-policy.md: the order of two policies with one priority is not defined. */
    @Test
    void onePriorityLeavesItOpen() {
        String policies = policy("one", "priority: 1", "action: Drop") + policy("two", "priority: 1", "action: Allow");

        assertThat(connection(of(policies), "job", "db").depends()).hasToString("All Connections");
    }

    @Test
    void rulesAreAskedAsTheyAreWritten() {
        String rules = "{action: Allow, ports: [{port: 1}]}, {action: Drop, from: [{namespaces: {match: Self}}]},"
                + " {action: Allow, ports: [{port: 2}]}, {action: Drop}";
        String policy = policy("one", "priority: 1", "action: Drop").replace("{action: Drop}", rules);

        assertThat(allowed(policy, "web", "db")).isEqualTo("TCP 1");
        assertThat(allowed(policy, "job", "db")).isEqualTo("TCP 1-2");
    }

    @Test
    void aRuleMayBeAppliedToPodsOfItsOwn() {
        String policy = """
                ---
                apiVersion: crd.antrea.io/v1beta1
                kind: NetworkPolicy
                metadata: {name: one, namespace: shop}
                spec:
                  priority: 1
                  ingress:
                  - {action: Allow, appliedTo: [{podSelector: {matchLabels: {app: db}}}], from: [{podSelector: {}}]}
                  - {action: Drop, appliedTo: [{podSelector: {}}]}
                """;

        assertThat(allowed(policy, "web", "db")).isEqualTo("All Connections");
        assertThat(allowed(policy, "db", "web")).isEqualTo("No Connections");
        assertThat(allowed(policy, "job", "db")).isEqualTo("No Connections");
        assertThat(allowed(policy, "db", "job")).isEqualTo("All Connections");
    }

    @Test
    void toServicesIsAboutTheirAddressesOnly() {
        String policy = policy("one", "priority: 1", "action: Drop")
                .replace("ingress", "egress")
                .replace("app: db", "app: web")
                .replace("action: Drop", "action: Drop, toServices: [{name: db, namespace: shop}]");

        assertThat(allowed(policy, "web", "db")).isEqualTo("All Connections");
        assertThat(allowed(
                        policy("two", "priority: 2", "action: Drop")
                                        .replace("ingress", "egress")
                                        .replace("app: db", "app: web")
                                + policy.replace("Drop", "Allow"),
                        "web",
                        "db"))
                .isEqualTo("TCP 9090");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action: Drop, from: [{constellation: x}]                                  | field-unknown, peer-not-evaluated",
                "action: Drop, constellation: x                                            | field-unknown",
                "action: Drop, from: [{group: nobody}]                                     | group-unknown",
                "action: Drop, from: [{nodeSelector: {matchLabels: {a: b}}}]               | peer-not-evaluated",
                "action: Drop, from: [{ipBlock: {cidr: 10.0.0.0/40}}]                      | address-block-invalid",
                "action: Drop, ports: [{port: 90, endPort: 80}]                            | port-invalid",
            })
    void whatIsWrongFailsClosedAndIsLocated(String rule, String codes) {
        String policy = policy("one", "priority: 1", rule);

        assertThat(of(policy).problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().orElseThrow().pointer()).startsWith("/spec/"))
                .extracting(Problem::code)
                .containsExactly(codes.split(", ", -1));
        assertThat(allowed(policy, "job", "db")).isEqualTo("No Connections");
        assertThat(allowed(policy("two", "priority: 2", "action: Drop") + policy.replace("Drop", "Allow"), "job", "db"))
                .isEqualTo("No Connections");
    }

    private static String policy(String name, String head, String rule) {
        return """
                ---
                apiVersion: crd.antrea.io/v1beta1
                kind: ClusterNetworkPolicy
                metadata: {name: %s}
                spec: {%s, appliedTo: [{podSelector: {matchLabels: {app: db}}}], ingress: [{%s}]}
                """.formatted(name, head, rule);
    }

    private static Connectivity of(String policies) {
        return Connectivity.of(Clusters.of(PODS + policies), CniProfile.ANTREA);
    }

    private static String allowed(String policies, String from, String to) {
        Connection connection = connection(of(policies), from, to);
        assertThat(connection.depends().isEmpty()).as("nothing is left open").isTrue();
        return connection.allowed().toString();
    }

    private static Connection connection(Connectivity connectivity, String from, String to) {
        return connectivity.connection(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow());
    }
}
