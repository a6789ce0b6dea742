package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByDesignTest {
    private static final String EXPORTER = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: dcgm-exporter, namespace: NAMESPACE}
            spec:
              template:
                spec:
                  containers:
                    - name: dcgm-exporter
                      image: IMAGE
                      volumeMounts: [{name: resources, mountPath: /resources, readOnly: true}]
                  volumes: [{name: resources, hostPath: {path: PATH}}]
            """;

    @Test
    void whatAnAgentNeedsIsByDesign() {
        var finding =
                hostPath("gpu-operator", "nvcr.io/nvidia/k8s/dcgm-exporter:4.4.1", "/var/lib/kubelet/pod-resources");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.rule()).isEqualTo("privileged-by-design");
        assertThat(finding.severityReason()).contains("high, here info: by design of the NVIDIA DCGM exporter");
    }

    @Test
    void whatGoesBeyondIsAFinding() {
        assertThat(hostPath("gpu-operator", "nvcr.io/nvidia/k8s/dcgm-exporter:4.4.1", "/etc/kubernetes")
                        .severity())
                .isEqualTo(Severity.HIGH);
        assertThat(hostPath("gpu-operator", "nvcr.io/nvidia/k8s/dcgm-exporter:4.4.1", "/run/nvidia/../../etc")
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void aNameIsNoProofOfAnAgent() {
        String path = "/var/lib/kubelet/pod-resources";
        assertThat(hostPath("gpu-operator", "docker.io/somebody/dcgm-exporter:4.4.1", path)
                        .severity())
                .isEqualTo(Severity.HIGH);
        assertThat(hostPath("team-a", "nvcr.io/nvidia/k8s/dcgm-exporter:4.4.1", path)
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void aForeignContainerBesideAnAgentSpoilsWhatConcernsThePod() {
        String yaml = exporter(
                        "gpu-operator", "nvcr.io/nvidia/k8s/dcgm-exporter:4.4.1", "/var/lib/kubelet/pod-resources")
                .replace("      volumes:", "        - {name: other, image: busybox}\n      volumes:");
        assertThat(hostPath(yaml).severity()).isEqualTo(Severity.HIGH);
    }

    private static Finding hostPath(String namespace, String image, String path) {
        return hostPath(exporter(namespace, image, path));
    }

    private static Finding hostPath(String yaml) {
        List<Finding> findings = TestPlatform.of(yaml).findings().stream()
                .filter(finding -> finding.members().stream()
                        .anyMatch(member -> member.rule().equals("BL-WL-004")))
                .toList();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static String exporter(String namespace, String image, String path) {
        return EXPORTER.replace("NAMESPACE", namespace).replace("IMAGE", image).replace("PATH", path);
    }
}
