package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.AttackPathFacts.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackPathTest {
    private static final String NOTEBOOK = """
            apiVersion: kubeflow.org/v1
            kind: Notebook
            metadata: {name: ada, namespace: science}
            spec: {template: {spec: {containers: [{name: ada, image: "jupyter/base-notebook:2025-01-01"}]}}}
            ---
            """;
    private static final String REGISTRY = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: mlflow, namespace: registry}
            spec:
              selector: {matchLabels: {app: mlflow}}
              template:
                metadata: {labels: {app: mlflow}}
                spec: {containers: [{name: mlflow, image: "ghcr.io/mlflow/mlflow:v3.1.0", args: [mlflow, server]}]}
            ---
            """;
    private static final String CLOSED = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: registry}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            ---
            """;
    private static final String PRIVILEGED = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: reader}
            rules: [{apiGroups: [""], resources: [pods/exec], verbs: [create]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: reader}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
            subjects: [{kind: ServiceAccount, name: default, namespace: science}]
            ---
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNotebookReachesTheOpenRegistry() throws IOException {
        Jewel registry = registry(paths(NOTEBOOK + REGISTRY));

        AttackPath path = registry.paths().getFirst();
        assertThat(path.start()).isEqualTo("notebook user");
        assertThat(path.steps()).singleElement().satisfies(step -> {
            assertThat(step.to()).endsWith("Deployment/registry/mlflow");
            assertThat(step.evidence())
                    .extracting(evidence -> evidence.location().line())
                    .contains(1, 13);
        });
        assertThat(registry.cut()).extracting(AttackPathFacts.Fix::id).allMatch(id -> id.startsWith("isolate "));
        assertThat(registry.isExact()).isTrue();
    }

    /** What the fix says is done, and the way is gone. */
    @Test
    void thePolicyThatTheFixAsksForCutsTheWay() throws IOException {
        assertThat(registry(paths(NOTEBOOK + REGISTRY + CLOSED)).paths()).isEmpty();
    }

    @Test
    void rightsLeadWhereTheNetworkDoesNot() throws IOException {
        Jewel registry = registry(paths(NOTEBOOK + REGISTRY + CLOSED + PRIVILEGED));

        assertThat(registry.paths().getFirst().steps())
                .extracting(Step::technique)
                .containsExactly("T1609");
        assertThat(registry.cut())
                .extracting(AttackPathFacts.Fix::id)
                .containsExactly("rights k8s:-/kubeflow.org/Notebook/science/ada");
    }

    /** Policies may be kept elsewhere: what is not certain is no step. */
    @Test
    void anIncompleteInputHasNoCertainWay() throws IOException {
        assertThat(registry(assess(NOTEBOOK + REGISTRY, false)).paths()).isEmpty();
    }

    private static Jewel registry(AttackPathFacts facts) {
        return facts.jewels().stream()
                .filter(jewel -> jewel.asset().endsWith("Deployment/registry/mlflow"))
                .findFirst()
                .orElseThrow();
    }

    private AttackPathFacts paths(String manifests) throws IOException {
        return assess(manifests, true);
    }

    private AttackPathFacts assess(String manifests, boolean isComplete) throws IOException {
        Path file = Files.writeString(folder.resolve("platform.yaml"), manifests);
        var question =
                AssessQuestion.of(List.of(file), LocalDate.of(2026, 11, 1)).withAssumeComplete(isComplete);
        return AssessAnalysis.run(question, InputStream.nullInputStream())
                .snapshot()
                .attackPaths()
                .orElseThrow();
    }
}
