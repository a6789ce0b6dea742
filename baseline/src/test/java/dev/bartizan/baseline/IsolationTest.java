package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pods a NetworkPolicy isolates, in a namespace that is whole. */
class IsolationTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: team, labels: {app: web, tier: front}}
            spec: {containers: [{name: web, image: web}]}
            """;

    private static Verdict ingress(String pod, String policySpec) {
        return verdict("BL-NW-001", pod, policySpec);
    }

    private static Verdict verdict(String rule, String pod, String policySpec) {
        return TestPlatform.of(pod + """
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: policy, namespace: team}
                        spec: %s
                        """.formatted(policySpec))
                .completeFor("team")
                .verdict(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{podSelector: {}}|PASS",
                "{podSelector: {matchLabels: {app: web}}}|PASS",
                "{podSelector: {matchLabels: {app: other}}}|FAIL",
                "{podSelector: {matchLabels: {app: web, zone: x}}}|FAIL",
                "{podSelector: {matchExpressions: [{key: tier, operator: In, values: [front, back]}]}}|PASS",
                "{podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}}|FAIL",
                "{podSelector: {matchExpressions: [{key: zone, operator: NotIn, values: [x]}]}}|PASS",
                "{podSelector: {matchExpressions: [{key: tier, operator: Exists}]}}|PASS",
                "{podSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}|FAIL",
                "{podSelector: {matchExpressions: [{key: tier, operator: Resembles}]}}|UNDECIDED",
                "{podSelector: {}, policyTypes: [Egress]}|FAIL"
            })
    void aPolicyIsolatesThePodsItSelects(String spec, Verdict expected) {
        assertThat(ingress(POD, spec)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{podSelector: {}}|FAIL",
                "{podSelector: {}, egress: [{}]}|PASS",
                "{podSelector: {}, policyTypes: [Ingress, Egress]}|PASS",
                "{podSelector: {}, policyTypes: [Ingress], egress: [{}]}|FAIL"
            })
    void egressIsIsolatedWhenTypesOrRulesSaySo(String spec, Verdict expected) {
        assertThat(verdict("BL-NW-002", POD, spec)).isEqualTo(expected);
    }

    @Test
    void podsOnTheHostNetworkAreNoQuestionOfPolicies() {
        String onHost = POD.replace("spec: {", "spec: {hostNetwork: true, ");
        assertThat(TestPlatform.of(onHost).complete().verdict("BL-NW-001")).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void anotherPolicyLanguageLeavesItUndecidedAlsoInAWholeNamespace() {
        String cilium = """
                ---
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: rules, namespace: team}
                spec: {endpointSelector: {}}
                """;
        assertThat(TestPlatform.of(POD + cilium).complete().verdict("BL-NW-001"))
                .isEqualTo(Verdict.UNDECIDED);
        String clusterWide = cilium.replace("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")
                .replace(", namespace: team", "");
        assertThat(TestPlatform.of(POD + clusterWide).complete().verdict("BL-NW-001"))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void labelsThatAnOperatorMayAddLeaveASelectorUndecided() {
        String ray = """
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray, namespace: team}
                spec: {headGroupSpec: {template: {spec: {containers: [{name: head, image: ray}]}}}}
                """;
        assertThat(ingress(ray, "{podSelector: {matchLabels: {app: ray}}}")).isEqualTo(Verdict.UNDECIDED);
        assertThat(ingress(ray, "{podSelector: {matchLabels: {ray.io/cluster: ray}}}"))
                .as("KubeRay is known to add it")
                .isEqualTo(Verdict.PASS);
        assertThat(ingress(ray, "{podSelector: {}}")).isEqualTo(Verdict.PASS);
    }

    @Test
    void policiesOfOtherNamespacesDoNotCount() {
        String elsewhere = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: policy, namespace: another}
                spec: {podSelector: {}}
                """;
        assertThat(TestPlatform.of(POD + elsewhere).complete().verdict("BL-NW-001"))
                .isEqualTo(Verdict.FAIL);
    }
}
