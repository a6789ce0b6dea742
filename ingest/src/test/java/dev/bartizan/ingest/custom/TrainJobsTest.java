package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class TrainJobsTest {
    private static final String RUNTIME = """
            apiVersion: trainer.kubeflow.org/v1alpha1
            kind: ClusterTrainingRuntime
            metadata: {name: torch}
            spec:
              template:
                spec:
                  replicatedJobs:
                    - name: node
                      template:
                        metadata: {labels: {trainer.kubeflow.org/trainjob-ancestor-step: trainer}}
                        spec:
                          template:
                            spec: {containers: [{name: node, image: "pytorch:2", command: [torchrun]}]}
            """;

    private static String job(String spec) {
        return """
                apiVersion: trainer.kubeflow.org/v1alpha1
                kind: TrainJob
                metadata: {name: fit}
                spec: %s
                """.formatted(spec);
    }

    @Test
    void theTrainerIsLaidOverTheContainerOfTheRuntime() {
        var ingested = files(
                "r.yaml",
                RUNTIME,
                "j.yaml",
                job(
                        "{runtimeRef: {name: torch}, trainer: {args: [fit.py], resourcesPerNode: {limits: {nvidia.com/gpu: 8}}}}"));
        var pod = only(ingested, "TrainJob", "fit");

        assertThat(value(pod, "containers", "0", "image"))
                .isEqualTo(
                        "pytorch:2 at r.yaml:13 /spec/template/spec/replicatedJobs/0/template/spec/template/spec/containers/0/image");
        assertThat(value(pod, "containers", "0", "args", "0")).isEqualTo("fit.py at j.yaml:4 /spec/trainer/args/0");
        assertThat(value(pod, "containers", "0", "resources", "limits", "nvidia.com/gpu"))
                .startsWith("8 at j.yaml:4");
        assertThat(links(ingested))
                .anyMatch(link -> link.startsWith("trainer.kubeflow.org/TrainJob/default/fit -uses->"));
    }

    @Test
    void overridesHoldForTheJobsTheyTarget() {
        var ingested = files("r.yaml", RUNTIME, "j.yaml", job("""
                        {runtimeRef: {name: torch}, podTemplateOverrides: [
                          {targetJobs: [{name: node}], spec: {serviceAccountName: trainer, containers: [{name: node, env: [{name: A, value: b}]}]}},
                          {targetJobs: [{name: other}], spec: {hostNetwork: true}}]}"""));
        var pod = only(ingested, "TrainJob", "fit");

        assertThat(value(pod, "serviceAccountName")).startsWith("trainer at j.yaml:5");
        assertThat(value(pod, "containers", "0", "env", "0", "value")).startsWith("b at j.yaml:5");
        assertThat(value(pod, "hostNetwork")).startsWith("absent");
    }

    @Test
    void anUnknownRuntimeLeavesTheRestOpen() {
        var ingested =
                files("j.yaml", job("{runtimeRef: {name: none, kind: TrainingRuntime}, trainer: {image: own:1}}"));
        var pod = only(ingested, "TrainJob", "fit");

        assertThat(problems(ingested)).containsExactly("not-in-input j.yaml:4");
        assertThat(value(pod, "containers", "0", "image")).isEqualTo("own:1 at j.yaml:4 /spec/trainer/image");
        assertThat(((Mapping) pod.spec()).gap()).isEqualTo("what the training runtime sets");
    }

    @Test
    void wrongTypesAreReadAsFarAsTheyGo() {
        for (String spec : new String[] {
            "text",
            "{runtimeRef: text, trainer: text}",
            "{runtimeRef: {name: [a]}, trainer: {args: {a: b}, resourcesPerNode: text}}",
            "{runtimeRef: {name: torch}, trainer: [a], podTemplateOverrides: {a: b}, podSpecOverrides: [text, {targetJobs: text}]}",
        }) {
            assertThat(files("r.yaml", RUNTIME, "j.yaml", job(spec)).objects()).isEqualTo(2);
        }
    }
}
