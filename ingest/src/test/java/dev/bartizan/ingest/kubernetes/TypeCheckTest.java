package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeCheckTest {

    @Test
    void aWrongTypeIsLocatedAndTheRestGoesOn() {
        var ingested = text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers: {}
                  serviceAccountName: [a]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: q}
                spec:
                  hostNetwork: "true"
                  containers:
                    - name: c
                      image: own/c
                      ports: "abc"
                      securityContext: {privileged: yes, runAsUser: root, capabilities: {add: NET_ADMIN}}
                """);

        assertThat(typeProblems(ingested))
                .containsExactly(
                        "ERROR 5 /spec/containers spec.containers must be a list, but is a mapping: it was not read.",
                        "ERROR 6 /spec/serviceAccountName spec.serviceAccountName must be a string, but is a list: it was not read.",
                        "WARNING 12 /spec/hostNetwork spec.hostNetwork must be true or false, but is a string.",
                        "ERROR 16 /spec/containers/0/ports spec.containers.0.ports must be a list, but is a string: it was not read.",
                        "WARNING 17 /spec/containers/0/securityContext/runAsUser spec.containers.0.securityContext.runAsUser must be a whole number, but is a string.",
                        "ERROR 17 /spec/containers/0/securityContext/capabilities/add spec.containers.0.securityContext.capabilities.add must be a list, but is a string: it was not read.");
        assertThat(ingested.trees().pods()).hasSize(2);
    }

    @Test
    void nullIsAbsentAndEmptyIsFine() {
        assertThat(typeProblems(text("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p, labels: null, annotations: {}}
                        spec:
                          volumes:
                          containers: [{name: c, image: own/c, args: [], env: ~, ports: []}]
                        """))).isEmpty();
    }

    @Test
    void aWrongTypeWithinAnAiResourceIsLocatedAndItsOtherPartsGoOn() {
        var ingested = text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray}
                spec:
                  headGroupSpec: {template: {spec: {containers: {}}}}
                  workerGroupSpecs:
                    - template: {spec: {containers: [{name: w, image: own/w, securityContext: "{{ .Values.security }}", ports: "{{x}}"}]}}
                ---
                apiVersion: kubeflow.org/v1
                kind: PyTorchJob
                metadata: {name: train}
                spec:
                  pytorchReplicaSpecs:
                    Master: {template: {spec: {hostNetwork: "yes", containers: [{name: pytorch, image: [own]}]}}}
                    Worker: text
                ---
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: chat}
                spec: {predictor: {model: {modelFormat: sklearn, storageUri: {a: b}}}}
                """);

        assertThat(typeProblems(ingested))
                .containsExactly(
                        "ERROR 5 /spec/headGroupSpec/template/spec/containers spec.headGroupSpec.template.spec.containers must be a list, but is a mapping: it was not read.",
                        "WARNING 14 /spec/pytorchReplicaSpecs/Master/template/spec/hostNetwork spec.pytorchReplicaSpecs.Master.template.spec.hostNetwork must be true or false, but is a string.",
                        "ERROR 14 /spec/pytorchReplicaSpecs/Master/template/spec/containers/0/image spec.pytorchReplicaSpecs.Master.template.spec.containers.0.image must be a string, but is a list: it was not read.",
                        "ERROR 15 /spec/pytorchReplicaSpecs/Worker spec.pytorchReplicaSpecs.Worker must be a mapping, but is a string: it was not read.",
                        "ERROR 20 /spec/predictor/model/modelFormat spec.predictor.model.modelFormat must be a mapping, but is a string: it was not read.",
                        "ERROR 20 /spec/predictor/model/storageUri spec.predictor.model.storageUri must be a string, but is a mapping: it was not read.");
        assertThat(ingested.trees().pods()).hasSize(3);
    }

    @Test
    void whatTemplatesLeaveOpenIsNotedOncePerObjectAndIsNoError() {
        var ingested = text("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      hostNetwork: "{{ .Values.hostNetwork }}"
                      serviceAccountName: "${TEAM}"
                      containers: [{name: c, image: "$(REGISTRY)/web", args: ["$(PORT)", "{{x}}"], env: [{name: A, value: "$(B)"}]}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: told}
                spec: {template: {spec: {containers: [{name: c, image: "a$b", args: ["$(PORT)"]}]}}}
                """);

        assertThat(ingested.problems())
                .extracting(problem ->
                        problem.level() + " " + problem.location().orElseThrow().line() + " "
                                + problem.location().orElseThrow().pointer() + " " + problem.message())
                .containsExactly(
                        "NOTICE 7 /spec/template/spec/hostNetwork This Deployment leaves 4 settings open, {{ .Values.hostNetwork }} first: what depends on them is undecided.");
    }

    @Test
    void metadataOfAnyKindIsChecked() {
        assertThat(typeProblems(text("apiVersion: example.org/v1\nkind: Thing\nmetadata: [a]\n")))
                .containsExactly("ERROR 3 /metadata metadata must be a mapping, but is a list: it was not read.");
    }

    @Test
    void aHopelessObjectDoesNotFillTheReport() {
        String ports = "      - {name: [], image: [], ports: 1}\n".repeat(1_000);
        var ingested = text("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n" + ports);

        assertThat(typeProblems(ingested)).hasSize(20);
    }

    @Test
    void versionsThatNoServerKnowsAreReported() {
        var ingested = text("""
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: a}
                ---
                apiVersion: apps/v1beta2
                kind: Deployment
                metadata: {name: b}
                spec: {template: {spec: {containers: [{name: c, image: own/c}]}}}
                ---
                apiVersion: apps/v2
                kind: Deployment
                metadata: {name: c}
                spec: {template: {spec: {containers: [{name: c, image: own/c}]}}}
                ---
                apiVersion: networking.k8s.io/v1beta1
                kind: IPAddress
                metadata: {name: d}
                """);

        assertThat(ingested.problems())
                .extracting(problem -> problem.code() + ": " + problem.message() + " " + problem.remedy())
                .containsExactly(
                        "removed-api-version: Kubernetes 1.22 and newer do not serve Ingress in extensions/v1beta1. write it for the version that replaced it",
                        "removed-api-version: Kubernetes 1.16 and newer do not serve Deployment in apps/v1beta2. write it for the version that replaced it",
                        "unknown-api-version: Kubernetes has no API version apps/v2. known: apps/v1");
        assertThat(ingested.trees().pods()).hasSize(2);
    }

    private static List<String> typeProblems(Ingested ingested) {
        return ingested.problems().stream()
                .filter(problem -> problem.code().equals("wrong-type"))
                .map(TypeCheckTest::words)
                .toList();
    }

    private static String words(Problem problem) {
        Location place = problem.location().orElseThrow();
        return problem.level() + " " + place.line() + " " + place.pointer() + " " + problem.message();
    }
}
