package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is easily got wrong about policies of administrators; network-policy-api, apis/v1alpha1 and apis/v1alpha2. */
class PitfallsOfAdministratorsTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, ports: [{name: dns, containerPort: 53, protocol: UDP}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{name: dns, containerPort: 5353, protocol: UDP}]}]}
            """;

    /** Ports of all three kinds: TCP unless another protocol is named, and a named port with the protocol of its container. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AdminNetworkPolicy   | ports: [{portNumber: {protocol: UDP, port: 53}}]     | UDP 53",
                "AdminNetworkPolicy   | ports: [{portNumber: {port: 53}}]                    | TCP 53",
                "AdminNetworkPolicy   | ports: [{portRange: {protocol: TCP, start: 80, end: 90}}] | TCP 80-90",
                "AdminNetworkPolicy   | ports: [{namedPort: dns}]                            | UDP 5353",
                "ClusterNetworkPolicy | protocols: [{tcp: {destinationPort: {number: 80}}}]  | TCP 80",
                "ClusterNetworkPolicy | protocols: [{sctp: {destinationPort: {range: {start: 80, end: 90}}}}] | SCTP 80-90",
                "ClusterNetworkPolicy | protocols: [{destinationNamedPort: dns}]             | UDP 5353",
                "ClusterNetworkPolicy | protocols: [{tcp: {destinationPort: {range: {start: 80, end: 80}}}}]  | No Connections",
                "AdminNetworkPolicy   | ports: [{portRange: {protocol: TCP, start: 80, end: 80}}] | No Connections",
                "ClusterNetworkPolicy | protocols: [{tcp: {}}]                               | No Connections",
            })
    void portsOfRules(String kind, String ports, String expected) {
        boolean isCluster = kind.equals("ClusterNetworkPolicy");
        String rule =
                "{name: a, action: " + (isCluster ? "Accept" : "Allow") + ", from: [{namespaces: {}}], " + ports + "}";
        var connectivity = of(policy(kind, "ingress: [" + rule + "]") + isolated());

        assertThat(allowed(connectivity, "web", "db")).isEqualTo(expected);
        assertThat(connectivity.problems().stream()
                        .map(Problem::code)
                        .distinct()
                        .toList())
                .isEqualTo(expected.equals("No Connections") ? List.of("port-invalid") : List.of());
    }

    /** They do not isolate: what no rule matches goes on, and is allowed in the end. */
    @Test
    void whatNoRuleMatchesGoesOn() {
        String rule = "{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 80}}}]}";

        assertThat(allowed(of(policy("ClusterNetworkPolicy", "ingress: [" + rule + "]")), "web", "db"))
                .isEqualTo("All Connections");
    }

    /** To accept what leaves is not to accept what arrives. */
    @Test
    void egressDoesNotSkipTheRulesOfTheReceiver() {
        String out = policy("ClusterNetworkPolicy", "egress: [{action: Accept, to: [{namespaces: {}}]}]");

        assertThat(allowed(of(out + isolated()), "web", "db")).isEqualTo("No Connections");
    }

    /** The baseline does not see pods that a NetworkPolicy isolates, even at ports that it does not name. */
    @Test
    void theBaselineOpensNothingForIsolatedPods() {
        String baseline = policy("ClusterNetworkPolicy", "ingress: [{action: Accept, from: [{namespaces: {}}]}]")
                .replace("tier: Admin", "tier: Baseline");

        assertThat(allowed(of(baseline + isolated()), "web", "db")).isEqualTo("No Connections");
        assertThat(allowed(of(baseline.replace("Accept", "Deny")), "web", "db")).isEqualTo("No Connections");
    }

    /** Blocks of addresses hold pods here: to deny all of IPv4 is to deny it between pods as well. */
    @Test
    void networksHoldPodsToo() {
        String denied = policy("ClusterNetworkPolicy", "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]");

        assertThat(allowed(of(denied), "web", "db")).isEqualTo("No Connections");
        assertThat(allowed(of(denied), "web", "8.8.8.8")).isEqualTo("No Connections");
    }

    /** Names of domains are accepted, never denied: who denies learns no name. */
    @Test
    void namesOfDomainsAreForAcceptOnly() {
        String accepted =
                policy("ClusterNetworkPolicy", "egress: [{action: Accept, to: [{domainNames: ['*.example.com']}]}]");

        assertThat(of(accepted).problems()).isEmpty();
        assertThat(of(accepted.replace("Accept", "Deny")).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.location().orElseThrow().pointer())
                                .isEqualTo("/spec/egress/0/to/0/domainNames"));
    }

    /** At most 25 rules of a kind in v1alpha2, 100 in v1alpha1; one baseline, called default. */
    @Test
    void theirDefinitionsHaveLimits() {
        String rule = "{name: a, action: Deny, from: [{namespaces: {}}]}, ";
        String many = "ingress: [" + rule.repeat(26) + "]";

        assertThat(of(policy("ClusterNetworkPolicy", many)).problems())
                .extracting(Problem::code)
                .containsExactly("rules-too-many");
        assertThat(of(policy("AdminNetworkPolicy", many)).problems()).isEmpty();
        assertThat(of(policy("BaselineAdminNetworkPolicy", "ingress: [" + rule + "]"))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("baseline-name");
    }

    private static String isolated() {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: closed, namespace: shop}
                spec: {podSelector: {}}
                """;
    }

    private static String policy(String kind, String rules) {
        boolean isCluster = kind.equals("ClusterNetworkPolicy");
        return """
                ---
                apiVersion: policy.networking.k8s.io/%s
                kind: %s
                metadata: {name: one}
                spec:
                  %s
                  priority: 1
                  subject: {namespaces: {}}
                  %s
                """.formatted(isCluster ? "v1alpha2" : "v1alpha1", kind, isCluster ? "tier: Admin" : "", rules);
    }

    private static Connectivity of(String policies) {
        return Connectivity.of(Clusters.of(PODS + policies), CniProfile.KUBERNETES);
    }

    private static String allowed(Connectivity connectivity, String from, String to) {
        Connection connection = connectivity.connection(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow());
        assertThat(connection.depends().isEmpty()).as("nothing is left open").isTrue();
        return connection.allowed().toString();
    }
}
