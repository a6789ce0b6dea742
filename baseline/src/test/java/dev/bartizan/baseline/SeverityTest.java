package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import org.junit.jupiter.api.Test;

class SeverityTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: team, labels: {app: web}}
            spec: {containers: [{name: web, image: web, args: [--NotebookApp.token=]}]}
            """;

    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: team}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            """;

    private static Finding finding(TestPlatform platform, String rule) {
        return platform.findings().stream()
                .filter(finding -> finding.members().stream()
                        .anyMatch(member -> member.rule().equals(rule)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hygieneIsLow() {
        assertThat(finding(TestPlatform.of(POD), "BL-WL-008"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW))
                .satisfies(finding -> assertThat(finding.severityReason()).isEqualTo("low"));
    }

    @Test
    void whatIsExposedWeighsMoreAndSaysWhy() {
        var exposed = finding(TestPlatform.of(POD + SERVICE), "BL-WL-008");
        assertThat(exposed.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(exposed.severityReason()).startsWith("low, raised by 1: exposed by Service web");
    }

    @Test
    void anOpenNotebookIsCriticalOnceItCanBeReached() {
        assertThat(finding(TestPlatform.of(POD), "BL-NB-001").severity()).isEqualTo(Severity.HIGH);
        assertThat(finding(TestPlatform.of(POD + SERVICE), "BL-NB-001").severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void anAccountWithRightsOverTheClusterWeighsMore() {
        var platform = TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: agent, namespace: team}
                spec: {serviceAccountName: agent, containers: [{name: agent, image: agent}]}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: agent, namespace: team}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: agent}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: agent, namespace: team}]
                """);
        assertThat(finding(platform, "BL-WL-008").severityReason()).contains("raised by 1: runs as agent");
    }

    @Test
    void circumstancesOfTheCheckAreTold() {
        var ipc = finding(TestPlatform.of(POD.replace("spec: {", "spec: {hostIPC: true, ")), "BL-WL-003");
        assertThat(ipc.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(ipc.severityReason()).startsWith("high, here medium: only IPC is shared");
    }
}
