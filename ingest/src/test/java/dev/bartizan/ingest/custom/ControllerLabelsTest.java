package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.metadata;
import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.podsOf;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControllerLabelsTest {
    @Test
    void servicesFindThePodsThatControllersLabel() {
        var ingested = text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray}
                spec:
                  headGroupSpec: {template: {metadata: {labels: {app: own}}, spec: {containers: [{name: h, image: ray}]}}}
                  workerGroupSpecs: [{groupName: gpu, template: {spec: {containers: [{name: w, image: ray}]}}}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: head}
                spec: {selector: {ray.io/cluster: ray, ray.io/node-type: head}}
                """);
        var pods = podsOf(ingested, "RayCluster", "ray");

        assertThat(links(ingested))
                .contains(
                        "core/Service/default/head -exposes-> ray.io/RayCluster/default/ray at test.yaml:11 /spec/selector");
        assertThat(metadata(pods.getFirst(), "labels", "ray.io/group"))
                .isEqualTo("headgroup at test.yaml:3 /metadata/name");
        assertThat(metadata(pods.getFirst(), "labels", "app")).startsWith("own at test.yaml:5");
        assertThat(metadata(pods.getLast(), "labels", "ray.io/group")).startsWith("gpu");
        assertThat(problems(ingested)).isEmpty();
    }

    @Test
    void jobsOfTheTrainingOperatorCarryTheirNameAndReplicaType() {
        var pod = only(text("""
                        apiVersion: kubeflow.org/v1
                        kind: PyTorchJob
                        metadata: {name: fit}
                        spec: {pytorchReplicaSpecs: {Worker: {template: {spec: {containers: [{name: pytorch, image: p}]}}}}}
                        """), "PyTorchJob", "fit");

        assertThat(metadata(pod, "labels", "training.kubeflow.org/replica-type"))
                .startsWith("worker at");
        assertThat(metadata(pod, "labels", "training.kubeflow.org/job-name")).startsWith("fit at");
    }

    @Test
    void podsOfAJobSetCarryTheNameOfTheirReplicatedJob() {
        var pods = podsOf(text("""
                        apiVersion: jobset.x-k8s.io/v1alpha2
                        kind: JobSet
                        metadata: {name: fit}
                        spec:
                          replicatedJobs:
                            - name: leader
                              template: {spec: {template: {spec: {containers: [{name: l, image: p}]}}}}
                            - name: workers
                              template: {spec: {template: {spec: {containers: [{name: w, image: p}]}}}}
                        """), "JobSet", "fit");

        assertThat(metadata(pods.getFirst(), "labels", "jobset.sigs.k8s.io/jobset-name"))
                .startsWith("fit at");
        assertThat(metadata(pods.getFirst(), "labels", "jobset.sigs.k8s.io/replicatedjob-name"))
                .startsWith("leader at");
        assertThat(metadata(pods.getLast(), "labels", "jobset.sigs.k8s.io/replicatedjob-name"))
                .startsWith("workers at");
    }

    @Test
    void aNameThatTheClusterMakesUpIsNotGuessed() {
        var pod = text("""
                apiVersion: kubeflow.org/v1
                kind: Notebook
                metadata: {generateName: nb-}
                spec: {template: {spec: {containers: [{name: n, image: jupyter}]}}}
                """).trees().pods().getFirst();

        assertThat(metadata(pod, "labels", "notebook-name")).startsWith("absent");
    }
}
