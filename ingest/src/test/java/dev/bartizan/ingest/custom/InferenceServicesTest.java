package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.metadata;
import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class InferenceServicesTest {
    private static final String RUNTIME = """
            apiVersion: serving.kserve.io/v1alpha1
            kind: ClusterServingRuntime
            metadata: {name: kserve-sklearn}
            spec:
              annotations: {prometheus.io/port: "8080"}
              supportedModelFormats: [{name: sklearn, version: "1", autoSelect: true, priority: 1}]
              protocolVersions: [v1, v2]
              tolerations: [{key: gpu}]
              containers:
                - name: kserve-container
                  image: kserve/sklearnserver:v0.15
                  args: ["--model_name={{.Name}}"]
                  securityContext: {runAsNonRoot: true}
                  env: [{name: A, value: runtime}, {name: B, value: runtime}]
            """;
    private static final String SERVICE = """
            apiVersion: serving.kserve.io/v1beta1
            kind: InferenceService
            metadata: {name: iris, labels: {team: a}}
            spec:
              predictor:
                serviceAccountName: reader
                model:
                  %s
                  storageUri: s3://models/iris
                  args: [--workers=2]
                  env: [{name: B, value: service}]
                  resources: {limits: {nvidia.com/gpu: 1}}
            """;

    private static Ingested withRuntime(String... model) {
        return files("runtime.yaml", RUNTIME, "service.yaml", SERVICE.formatted(String.join("\n      ", model)));
    }

    @Test
    void thePodOfItsRuntimeWithTheModelsSettingsKeepsEveryLine() {
        var pod = only(withRuntime("runtime: kserve-sklearn"), "InferenceService", "iris");

        assertThat(value(pod, "containers", "0", "image"))
                .isEqualTo("kserve/sklearnserver:v0.15 at runtime.yaml:11 /spec/containers/0/image");
        assertThat(value(pod, "containers", "0", "args", "0"))
                .isEqualTo("--model_name={{.Name}} at runtime.yaml:12 /spec/containers/0/args/0");
        assertThat(value(pod, "containers", "0", "args", "1"))
                .isEqualTo("--workers=2 at service.yaml:10 /spec/predictor/model/args/0");
        assertThat(value(pod, "containers", "0", "env", "0", "value"))
                .isEqualTo("runtime at runtime.yaml:14 /spec/containers/0/env/0/value");
        assertThat(value(pod, "containers", "0", "env", "1", "value"))
                .isEqualTo("service at service.yaml:11 /spec/predictor/model/env/0/value");
        assertThat(value(pod, "containers", "0", "resources", "limits", "nvidia.com/gpu"))
                .isEqualTo("1 at service.yaml:12 /spec/predictor/model/resources/limits/nvidia.com~1gpu");
        assertThat(value(pod, "containers", "0", "livenessProbe"))
                .isEqualTo("absent at runtime.yaml:10 /spec/containers/0/livenessProbe");
        assertThat(value(pod, "serviceAccountName"))
                .isEqualTo("reader at service.yaml:6 /spec/predictor/serviceAccountName");
        assertThat(value(pod, "tolerations", "0", "key")).isEqualTo("gpu at runtime.yaml:8 /spec/tolerations/0/key");
        assertThat(value(pod, "supportedModelFormats")).startsWith("absent");
    }

    @Test
    void itsPodsHaveTheLabelsOfTheServiceAndThoseTheControllerAdds() {
        var pod = only(withRuntime("runtime: kserve-sklearn"), "InferenceService", "iris");

        assertThat(metadata(pod, "labels", "team")).isEqualTo("a at service.yaml:3 /metadata/labels/team");
        assertThat(metadata(pod, "labels", "serving.kserve.io/inferenceservice"))
                .isEqualTo("iris at service.yaml:3 /metadata/name");
        assertThat(metadata(pod, "annotations", "prometheus.io/port"))
                .isEqualTo("8080 at runtime.yaml:5 /spec/annotations/prometheus.io~1port");
    }

    @Test
    void theRuntimeIsLinkedWithItsEvidenceAndTellsImageAndAccelerators() {
        var ingested = withRuntime("runtime: kserve-sklearn");

        assertThat(links(ingested))
                .contains(
                        "serving.kserve.io/InferenceService/default/iris -uses-> serving.kserve.io/ClusterServingRuntime/-/kserve-sklearn at service.yaml:8 /spec/predictor/model/runtime");
        String id = "k8s:-/serving.kserve.io/InferenceService/default/iris";
        assertThat(property(ingested, id, "images")).contains("kserve/sklearnserver:v0.15");
        assertThat(property(ingested, id, "accelerators")).contains("nvidia.com/gpu");
        assertThat(only(ingested, "InferenceService", "iris").sources()).hasSize(2);
    }

    @Test
    void aModelWithoutARuntimeGetsTheOneThatSupportsItsFormat() {
        var pod = only(withRuntime("modelFormat: {name: sklearn}"), "InferenceService", "iris");

        assertThat(value(pod, "containers", "0", "image")).startsWith("kserve/sklearnserver:v0.15 at runtime.yaml:11");
        assertThat(links(withRuntime("modelFormat: {name: sklearn}")))
                .anyMatch(link -> link.contains("-uses->") && link.endsWith("/spec/predictor/model/modelFormat/name"));
    }

    @Test
    void theOlderFrameworkKeysNameAFormat() {
        var ingested = files("runtime.yaml", RUNTIME, "service.yaml", """
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: iris}
                spec: {predictor: {sklearn: {storageUri: s3://models/iris, runtimeVersion: v0.14}}}
                """);

        assertThat(value(only(ingested, "InferenceService", "iris"), "containers", "0", "image"))
                .isEqualTo("kserve/sklearnserver:v0.14 at service.yaml:4 /spec/predictor/sklearn/runtimeVersion");
    }

    @Test
    void theRuntimeOfTheNamespaceAndTheHigherPriorityComeFirst() {
        String own = RUNTIME.replace("ClusterServingRuntime", "ServingRuntime").replace("v0.15", "own");
        String better = RUNTIME.replace("priority: 1", "priority: 2")
                .replace("kserve-sklearn", "better")
                .replace("v0.15", "better");
        String service = SERVICE.formatted("modelFormat: {name: sklearn}");

        assertThat(value(
                        only(files("a.yaml", RUNTIME, "b.yaml", own, "s.yaml", service), "InferenceService", "iris"),
                        "containers",
                        "0",
                        "image"))
                .startsWith("kserve/sklearnserver:own at b.yaml");
        assertThat(value(
                        only(files("a.yaml", RUNTIME, "b.yaml", better, "s.yaml", service), "InferenceService", "iris"),
                        "containers",
                        "0",
                        "image"))
                .startsWith("kserve/sklearnserver:better at b.yaml");
    }

    @Test
    void whichOfTwoEqualRuntimesServesIsNotGuessed() {
        var ingested = files(
                "a.yaml",
                RUNTIME,
                "b.yaml",
                RUNTIME.replace("kserve-sklearn", "twin"),
                "s.yaml",
                SERVICE.formatted("modelFormat: {name: sklearn}"));
        var pod = only(ingested, "InferenceService", "iris");

        assertThat(problems(ingested)).contains("runtime-open s.yaml:8");
        assertThat(value(pod, "containers", "0", "image")).startsWith("absent");
        assertThat(((Mapping) pod.spec().get("containers").get(0)).gap())
                .isEqualTo("what the serving runtime of the model sets");
    }

    @Test
    void anUnknownRuntimeIsReportedAndThePodIsKnownAsFarAsItIsWritten() {
        var ingested = files("s.yaml", SERVICE.formatted("runtime: nowhere"));
        var pod = only(ingested, "InferenceService", "iris");

        assertThat(problems(ingested)).contains("not-in-input s.yaml:8");
        assertThat(value(pod, "containers", "0", "args", "0")).startsWith("--workers=2 at s.yaml:10");
        assertThat(value(pod, "serviceAccountName")).startsWith("reader at s.yaml:6");
        assertThat(((Mapping) pod.spec()).gap()).isNotEmpty();
    }

    @Test
    void aModelThatAsksForAnotherVersionOrProtocolIsNotSupported() {
        assertThat(problems(withRuntime("modelFormat: {name: sklearn, version: \"2\"}")))
                .contains("not-in-input service.yaml:8");
        assertThat(problems(withRuntime("modelFormat: {name: sklearn}", "protocolVersion: grpc-v2")))
                .contains("not-in-input service.yaml:8");
    }

    @Test
    void aPredictorOfOwnContainersHasNoRuntime() {
        var ingested = files("runtime.yaml", RUNTIME, "s.yaml", """
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: own}
                spec:
                  predictor: {containers: [{name: kserve-container, image: own/server}]}
                  transformer: {containers: [{name: t, image: own/transformer}]}
                """);

        assertThat(pods(ingested))
                .containsExactly(
                        "ClusterServingRuntime/kserve-sklearn /spec POD",
                        "InferenceService/own /spec/predictor POD",
                        "InferenceService/own /spec/transformer POD");
    }

    @Test
    void aHugeRuntimeThatManyUseIsCutAndSaid() {
        String runtime = RUNTIME.replace("--model_name={{.Name}}", "x".repeat(2_000_000));
        var services = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            services.append("---\n")
                    .append(SERVICE.replace("iris,", "s" + i + ",").formatted("runtime: kserve-sklearn"));
        }
        var ingested = files("r.yaml", runtime, "s.yaml", services.toString());

        assertThat(problems(ingested))
                .filteredOn(problem -> problem.startsWith("too-much-inherited"))
                .hasSize(1);
        assertThat(pods(ingested)).hasSize(401);
    }

    @Test
    void wrongTypesAreReadAsFarAsTheyGo() {
        for (String predictor : new String[] {
            "predictor: [a]",
            "predictor: {model: text}",
            "predictor: {model: {runtime: [a]}}",
            "predictor: {model: {runtime: kserve-sklearn, args: {a: b}, env: text, image: [x]}}",
            "predictor: {sklearn: {}, containers: text, workerSpec: 7}",
        }) {
            var ingested = files("runtime.yaml", RUNTIME, "s.yaml", """
                    apiVersion: serving.kserve.io/v1beta1
                    kind: InferenceService
                    metadata: {name: odd, labels: text}
                    spec: {%s}
                    """.formatted(predictor));
            assertThat(pods(ingested)).contains("ClusterServingRuntime/kserve-sklearn /spec POD");
        }
        String oddRuntime = """
                apiVersion: serving.kserve.io/v1alpha1
                kind: ServingRuntime
                metadata: {name: kserve-sklearn}
                spec: {containers: {a: b}, supportedModelFormats: {a: b}, protocolVersions: text, labels: [x]}
                """;
        var ingested = files("r.yaml", oddRuntime, "s.yaml", SERVICE.formatted("runtime: kserve-sklearn"));
        assertThat(value(only(ingested, "InferenceService", "iris"), "serviceAccountName"))
                .startsWith("reader");
    }
}
