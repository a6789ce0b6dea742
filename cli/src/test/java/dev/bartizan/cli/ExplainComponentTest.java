package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bartizan explain ASSET} tells of the component that an asset is. */
@TestInstance(Lifecycle.PER_CLASS)
class ExplainComponentTest {
    private final Path out;

    ExplainComponentTest(@TempDir Path folder) throws IOException {
        out = folder.resolve("out");
        Path file = Files.writeString(folder.resolve("platform.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: gateway, namespace: ai}
                spec: {template: {spec: {containers: [{name: main, image: "berriai/litellm:1.80.0"}]}}}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: keys, namespace: ai}
                spec: {template: {spec: {containers: [{name: main, image: "postgres:18"}]}}}
                ---
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: prod, namespace: ml}
                spec: {headGroupSpec: {template: {spec: {containers: [{name: head, image: "rayproject/ray:2.53.0"}]}}}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: plugin, namespace: kube-system}
                spec:
                  template:
                    spec:
                      containers:
                        - name: plugin
                          image: nvcr.io/nvidia/k8s-device-plugin:v0.17.0
                          securityContext: {privileged: true}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: own, namespace: ai}
                spec: {template: {spec: {containers: [{name: main, image: "registry.example/own:1"}]}}}
                """);
        var ran = Ran.of("assess", file.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsNeededIsLookedUpInThePlatform() {
        assertThat(explain("Deployment ai/gateway"))
                .contains("Ports of LiteLLM", "LITELLM_MASTER_KEY")
                .contains("to postgresql 5432 (not in every set-up)", "the input holds StatefulSet ai/keys")
                .contains("to redis 6379", "the input holds none");
    }

    @Test
    void whatAControllerMakesIsToldWithItsSource() {
        assertThat(explain("RayCluster ml/prod"))
                .contains("What its controller makes of it", "Service prod-head-svc: KubeRay puts a Service")
                .contains("RAY_AUTH_MODE=token", "https://docs.ray.io/en/latest/ray-security/token-auth.html");
        assertThat(explain("Service ml/prod-head-svc"))
                .contains("network-service, because kind core/Service")
                .contains("derived", "RayCluster prod: KubeRay puts a Service before the head");
    }

    @Test
    void whatIsByDesignIsNoFinding() {
        assertThat(explain("DaemonSet kube-system/plugin"))
                .contains("Privileged by design, so no finding", "BL-WL-001 ", "by design of the NVIDIA device plugin");
    }

    @Test
    void ofAnUnknownComponentNothingIsTold() {
        assertThat(explain("Deployment ai/own"))
                .contains("unknown, because no signature matches")
                .doesNotContain("Ports of", "Who is let in", "What it needs");
    }

    private String explain(String what) {
        return Ran.of("explain", what, "--in", Assessment.file(out).toString())
                .out()
                .replaceAll("\\s+", " ");
    }
}
