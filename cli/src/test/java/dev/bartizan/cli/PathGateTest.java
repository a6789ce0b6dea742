package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change fails when it opens a way to a crown jewel, and not when the way was there. */
class PathGateTest {
    /** A registry that lets in whoever reaches it, and a notebook. */
    private static final String PLATFORM = """
            apiVersion: kubeflow.org/v1
            kind: Notebook
            metadata: {name: lab, namespace: lab}
            spec: {template: {spec: {containers: [{name: lab, image: quay.io/jupyter/base-notebook}]}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: mlflow, namespace: models}
            spec:
              selector: {matchLabels: {app: mlflow}}
              template:
                metadata: {labels: {app: mlflow}}
                spec:
                  containers:
                    - name: mlflow
                      image: ghcr.io/mlflow/mlflow:v2.14.1
                      args: [server, --host, 0.0.0.0]
                      ports: [{containerPort: 5000}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: mlflow, namespace: models}
            spec: {selector: {app: mlflow}, ports: [{port: 5000}]}
            """;

    private static final String CLOSED = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: models}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            """;

    @TempDir
    private Path folder;

    private Path manifests = Path.of("");

    @BeforeEach
    void write() throws IOException {
        manifests = Files.createDirectories(folder.resolve("manifests"));
        Files.writeString(manifests.resolve("platform.yaml"), PLATFORM);
        Files.writeString(manifests.resolve("bartizan.yaml"), """
                version: 1
                complete: [cluster]
                network: {profile: calico}
                classification: [{value: 3, select: {names: [mlflow], kinds: [Deployment]}}]
                """);
    }

    private Ran paths(String... more) {
        return Ran.of(Stream.concat(Stream.of("threats", "paths", manifests.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String assessed(String name) {
        Path out = folder.resolve(name);
        Ran.of("assess", manifests.toString(), "--out", out.toString());
        return out.resolve("assessment.json").toString();
    }

    @Test
    void anyWayFailsWithoutAComparison() throws IOException {
        assertThat(paths("--fail-on", "path"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED))
                .satisfies(run -> assertThat(run.err())
                        .contains("gate failed: 1 crown jewel that an attacker gets to, first mlflow from "));
        assertThat(paths().exitCode()).isEqualTo(ExitCode.DONE);
        Files.writeString(manifests.resolve("closed.yaml"), CLOSED);
        assertThat(paths("--fail-on", "path").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aWayThatWasThereBeforePasses() {
        assertThat(paths("--fail-on", "path", "--against", assessed("before")).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPolicyThatIsTakenAwayOpensAWay() throws IOException {
        Files.writeString(manifests.resolve("closed.yaml"), CLOSED);
        String before = assessed("before");
        Files.delete(manifests.resolve("closed.yaml"));

        var run = paths("--fail-on", "path", "--against", before);

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.err())
                .contains("gate failed: 1 crown jewel with a new or shorter way", "no way led there before");
        assertThat(Ran.of(
                                "assess",
                                manifests.toString(),
                                "--fail-on",
                                "path",
                                "--against",
                                before,
                                "--out",
                                folder.resolve("after").toString())
                        .exitCode())
                .isEqualTo(ExitCode.GATE_FAILED);
    }

    @Test
    void anAssetThatComesInOpensAWay() throws IOException {
        String before = assessed("before");
        Files.writeString(
                manifests.resolve("second.yaml"),
                PLATFORM.substring(PLATFORM.indexOf("---\n") + 4)
                        .replace("name: mlflow, ", "name: mirror, ")
                        .replace("app: mlflow", "app: mirror"));
        Files.writeString(manifests.resolve("bartizan.yaml"), """
                version: 1
                complete: [cluster]
                network: {profile: calico}
                classification: [{value: 3, select: {names: [mlflow, mirror], kinds: [Deployment]}}]
                """);

        var run = paths("--fail-on", "path", "--against", before);

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.err()).contains("1 crown jewel with a new or shorter way, first mirror from ");
    }

    @Test
    void anyOtherWordIsWrongUsage() {
        assertThat(paths("--fail-on", "high").err()).contains("--fail-on takes path, not 'high'.");
    }
}
