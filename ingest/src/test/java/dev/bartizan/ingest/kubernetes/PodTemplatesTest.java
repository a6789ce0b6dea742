package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTemplatesTest {

    @ParameterizedTest
    @CsvSource({
        "apps/v1, Deployment, /spec/template/spec",
        "apps/v1, StatefulSet, /spec/template/spec",
        "apps/v1, DaemonSet, /spec/template/spec",
        "apps/v1, ReplicaSet, /spec/template/spec",
        "extensions/v1beta1, Deployment, /spec/template/spec",
        "v1, ReplicationController, /spec/template/spec",
        "batch/v1, Job, /spec/template/spec",
    })
    void workloadsHoldTheirTemplateAtItsKnownPlace(String apiVersion, String kind, String pointer) {
        var ingested = text("""
                apiVersion: %s
                kind: %s
                metadata: {name: w}
                spec: {template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}
                """.formatted(apiVersion, kind));

        assertThat(pods(ingested)).containsExactly(kind + "/w " + pointer + " POD");
        assertThat(ingested.trees()
                        .pods()
                        .getFirst()
                        .metadata()
                        .at("labels", "a")
                        .text())
                .contains("b");
    }

    @Test
    void podsAndCronJobsToo() {
        var ingested = text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p, labels: {x: y}}
                spec: {containers: [{name: c, image: i}]}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: c}
                spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: i}]}}}}}
                """);

        assertThat(pods(ingested))
                .containsExactly("CronJob/c /spec/jobTemplate/spec/template/spec POD", "Pod/p /spec POD");
    }

    @Test
    void aWorkloadWithoutATemplateIsReported() {
        assertThat(problems(text("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {}\n")))
                .containsExactly("no-pod test.yaml:1");
    }

    @Test
    void templatesAreFoundAtAnyDepthOfAnyResource() {
        var ingested = text("""
                apiVersion: ray.io/v1
                kind: RayService
                metadata: {name: llm}
                spec:
                  rayClusterConfig:
                    headGroupSpec:
                      template:
                        metadata: {labels: {role: head}}
                        spec: {containers: [{name: head, image: rayproject/ray}]}
                    workerGroupSpecs:
                      - template: {spec: {containers: [{name: worker, image: rayproject/ray}], initContainers: [{name: i, image: j}]}}
                status:
                  seen: {containers: [{name: no, image: no}]}
                """);

        assertThat(pods(ingested))
                .containsExactly(
                        "RayService/llm /spec/rayClusterConfig/headGroupSpec/template/spec POD",
                        "RayService/llm /spec/rayClusterConfig/workerGroupSpecs/0/template/spec POD");
        assertThat(ingested.trees()
                        .pods()
                        .getFirst()
                        .metadata()
                        .at("labels", "role")
                        .text())
                .contains("head");
    }

    @Test
    void stepsOfAWorkflowAreLoneContainers() {
        var ingested = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: w}
                spec:
                  serviceAccountName: runner
                  volumes: [{name: v, secret: {secretName: token}}]
                  templates:
                    - name: a
                      metadata: {labels: {step: a}}
                      container: {image: alpine, command: [sh]}
                      sidecars: [{name: s, image: nginx}]
                      initContainers: [{name: i, image: busybox}]
                    - name: b
                      script: {image: python, source: "print(1)"}
                    - name: c
                      containerSet: {containers: [{name: main, image: alpine}]}
                    - name: d
                      dag: {tasks: [{name: t, inline: {container: {image: alpine}}, withItems: [{image: debian, tag: "9"}]}]}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: runner}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: token}
                """);

        assertThat(pods(ingested))
                .containsExactly(
                        "Workflow/w /spec POD", "Workflow/w /spec POD", "Workflow/w /spec POD", "Workflow/w /spec POD");
        assertThat(links(ingested))
                .contains(
                        "argoproj.io/Workflow/default/w -runs-as-> core/ServiceAccount/default/runner at test.yaml:5 /spec/serviceAccountName",
                        "argoproj.io/Workflow/default/w -mounts-> core/Secret/default/token at test.yaml:6 /spec/volumes/0/secret/secretName");
    }

    @Test
    void modelServersOfKServeNeedNoImage() {
        var ingested = text("""
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: m}
                spec:
                  predictor: {serviceAccountName: sa, model: {modelFormat: {name: sklearn}, storageUri: "s3://b/m"}}
                  transformer: {containers: [{name: t, image: own/transformer}]}
                ---
                apiVersion: serving.kserve.io/v1alpha1
                kind: LLMInferenceService
                metadata: {name: l}
                spec: {model: {uri: "hf://a/b", name: b}, template: {containers: [{name: main, image: vllm/vllm-openai}]}}
                ---
                apiVersion: serving.kserve.io/v1alpha1
                kind: ServingRuntime
                metadata: {name: r}
                spec: {containers: [{name: a, image: b}], workerSpec: {containers: [{name: c, image: d}]}}
                """);

        assertThat(pods(ingested))
                .containsExactly(
                        "InferenceService/m /spec/predictor POD",
                        "InferenceService/m /spec/transformer POD",
                        "LLMInferenceService/l /spec/template POD",
                        "ServingRuntime/r /spec POD",
                        "ServingRuntime/r /spec/workerSpec POD");
    }

    @Test
    void driversAndExecutorsOfSparkCountOnce() {
        var ingested = text("""
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: plain}
                spec:
                  image: spark
                  imagePullPolicy: Always
                  driver: {cores: 1, serviceAccount: spark, initContainers: [{name: i, image: busybox}]}
                  executor: {cores: 2}
                ---
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: templated}
                spec:
                  driver: {template: {spec: {containers: [{name: spark, image: spark}]}}}
                """);

        assertThat(pods(ingested))
                .containsExactly(
                        "SparkApplication/plain /spec/driver POD",
                        "SparkApplication/plain /spec/executor POD",
                        "SparkApplication/templated /spec/driver/template/spec POD");
    }

    @Test
    void anImageWithContainerFieldsIsAContainerAndAnImageAloneIsNot() {
        var ingested = text("""
                apiVersion: example.org/v1
                kind: Thing
                metadata: {name: t}
                spec:
                  engine: {image: own/engine, env: [{name: A, value: b}]}
                  cache: {image: own/cache}
                  part: {image: dcgm, repository: nvcr.io/nvidia, version: "4", env: []}
                """);

        assertThat(pods(ingested)).containsExactly("Thing/t /spec/engine CONTAINER");
    }

    @Test
    void whatOnlyDescribesPodsHoldsNone() {
        var ingested = text("""
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec: {rules: [{validate: {pattern: {spec: {containers: [{image: "*:*", name: "*"}]}}}}]}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.example.org}
                spec: {versions: [{schema: {openAPIV3Schema: {properties: {container: {image: x, env: []}}}}}]}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c}
                data: {containers: [{name: a, image: b}]}
                """);

        assertThat(pods(ingested)).isEmpty();
    }

    @Test
    void strangeListsOfContainersAreNoPods() {
        var ingested = text("""
                apiVersion: example.org/v1
                kind: Thing
                metadata: {name: t}
                spec:
                  a: {containers: []}
                  b: {containers: [x, y]}
                  c: {containers: {name: z, image: i}}
                  d: {containers: [{regex: ".*"}]}
                """);

        assertThat(pods(ingested)).isEmpty();
    }
}
