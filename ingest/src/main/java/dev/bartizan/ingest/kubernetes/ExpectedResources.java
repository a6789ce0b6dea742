package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.kubernetes.Expected.Single.STRING;
import static dev.bartizan.ingest.kubernetes.Expected.listOf;
import static dev.bartizan.ingest.kubernetes.Expected.mapping;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.CONTAINER;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.CONTAINER_SECURITY;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.ENVIRONMENT;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.POD_SECURITY;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.POD_SPEC;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.TEMPLATE;
import static dev.bartizan.ingest.kubernetes.ExpectedTypes.spec;

import dev.bartizan.ingest.kubernetes.Expected.Fields;
import dev.bartizan.ingest.kubernetes.Expected.MapOf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of those fields of AI resources that something here or in a check reads.
 *
 * <p>Source: the custom resource definitions of KubeRay 1.3, KServe 0.16, Kubeflow Training 1.9, Trainer 2.1 and Notebooks 1.9, Argo Workflows 3.6, Spark
 * operator 2.1, Feast operator 0.50, Seldon Core 1.18, JobSet 0.8, LeaderWorkerSet 0.6.
 */
final class ExpectedResources {
    private static final Expected GROUP = new Fields(Map.of("template", TEMPLATE, "rayStartParams", mapping()));
    private static final Expected RAY = new Fields(Map.of("headGroupSpec", GROUP, "workerGroupSpecs", listOf(GROUP)));
    private static final Expected REPLICAS = new MapOf(new Fields(Map.of("template", TEMPLATE)));

    private static final Expected SERVING_RUNTIME = spec(
            fields(POD_SPEC, Map.of("supportedModelFormats", listOf(mapping()), "protocolVersions", listOf(STRING))));
    private static final Expected MODEL = new Fields(fields(
            CONTAINER,
            Map.of("modelFormat", mapping(), "runtime", STRING, "storageUri", STRING, "protocolVersion", STRING)));
    private static final Expected PREDICTOR =
            new Fields(fields(POD_SPEC, Map.of("model", MODEL, "workerSpec", POD_SPEC)));
    private static final Expected LLM = spec(Map.of(
            "baseRefs",
            listOf(mapping()),
            "model",
            new Fields(Map.of("uri", STRING, "name", STRING)),
            "template",
            POD_SPEC,
            "worker",
            POD_SPEC,
            "prefill",
            new Fields(Map.of("template", POD_SPEC, "worker", POD_SPEC)),
            "router",
            mapping()));

    private static final Expected JOBS = new Fields(Map.of(
            "replicatedJobs",
            listOf(new Fields(Map.of(
                    "name",
                    STRING,
                    "template",
                    new Fields(Map.of("spec", new Fields(Map.of("template", TEMPLATE)))))))));
    private static final Expected TRAINING_RUNTIME = spec(Map.of("template", new Fields(Map.of("spec", JOBS))));

    private static final Expected STEP = new Fields(Map.ofEntries(
            Map.entry("name", STRING),
            Map.entry("container", CONTAINER),
            Map.entry("script", CONTAINER),
            Map.entry("containerSet", new Fields(Map.of("containers", listOf(CONTAINER)))),
            Map.entry("sidecars", listOf(CONTAINER)),
            Map.entry("initContainers", listOf(CONTAINER)),
            Map.entry("volumes", listOf(mapping())),
            Map.entry("securityContext", POD_SECURITY),
            Map.entry("serviceAccountName", STRING),
            Map.entry("podSpecPatch", STRING),
            Map.entry("dag", new Fields(Map.of("tasks", listOf(mapping()))))));
    private static final Map<String, Expected> WORKFLOW = Map.of(
            "templates", listOf(STEP),
            "templateDefaults", STEP,
            "workflowTemplateRef", mapping(),
            "serviceAccountName", STRING,
            "securityContext", POD_SECURITY,
            "volumes", listOf(mapping()),
            "podSpecPatch", STRING);

    private static final Expected SPARK_POD = new Fields(Map.ofEntries(
            Map.entry("image", STRING),
            Map.entry("serviceAccount", STRING),
            Map.entry("env", ENVIRONMENT),
            Map.entry("securityContext", CONTAINER_SECURITY),
            Map.entry("podSecurityContext", POD_SECURITY),
            Map.entry("volumeMounts", listOf(mapping())),
            Map.entry("sidecars", listOf(CONTAINER)),
            Map.entry("initContainers", listOf(CONTAINER)),
            Map.entry("labels", mapping()),
            Map.entry("gpu", mapping()),
            Map.entry("template", TEMPLATE)));
    private static final Map<String, Expected> SPARK = Map.of(
            "image",
            STRING,
            "driver",
            SPARK_POD,
            "executor",
            SPARK_POD,
            "volumes",
            listOf(mapping()),
            "sparkConf",
            mapping());

    private static final Map<String, Expected> KINDS = Map.ofEntries(
            Map.entry("ray.io/RayCluster", spec(((Fields) RAY).fields())),
            Map.entry(
                    "ray.io/RayJob",
                    spec(Map.of(
                            "rayClusterSpec",
                            RAY,
                            "submitterPodTemplate",
                            TEMPLATE,
                            "clusterSelector",
                            mapping(),
                            "submissionMode",
                            STRING))),
            Map.entry("ray.io/RayService", spec(Map.of("rayClusterConfig", RAY))),
            Map.entry("kubeflow.org/PyTorchJob", spec(Map.of("pytorchReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/TFJob", spec(Map.of("tfReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/MPIJob", spec(Map.of("mpiReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/XGBoostJob", spec(Map.of("xgbReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/JAXJob", spec(Map.of("jaxReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/PaddleJob", spec(Map.of("paddleReplicaSpecs", REPLICAS))),
            Map.entry("kubeflow.org/Notebook", spec(Map.of("template", TEMPLATE))),
            Map.entry("kubeflow.org/Experiment", spec(Map.of("trialTemplate", mapping()))),
            Map.entry(
                    "serving.kserve.io/InferenceService",
                    spec(Map.of("predictor", PREDICTOR, "transformer", POD_SPEC, "explainer", POD_SPEC))),
            Map.entry("serving.kserve.io/ServingRuntime", SERVING_RUNTIME),
            Map.entry("serving.kserve.io/ClusterServingRuntime", SERVING_RUNTIME),
            Map.entry("serving.kserve.io/LLMInferenceService", LLM),
            Map.entry("serving.kserve.io/LLMInferenceServiceConfig", LLM),
            Map.entry(
                    "trainer.kubeflow.org/TrainJob",
                    spec(Map.of(
                            "runtimeRef",
                            mapping(),
                            "trainer",
                            CONTAINER,
                            "initializer",
                            mapping(),
                            "podTemplateOverrides",
                            listOf(mapping())))),
            Map.entry("trainer.kubeflow.org/TrainingRuntime", TRAINING_RUNTIME),
            Map.entry("trainer.kubeflow.org/ClusterTrainingRuntime", TRAINING_RUNTIME),
            Map.entry("jobset.x-k8s.io/JobSet", spec(((Fields) JOBS).fields())),
            Map.entry(
                    "leaderworkerset.x-k8s.io/LeaderWorkerSet",
                    spec(Map.of(
                            "leaderWorkerTemplate",
                            new Fields(Map.of("leaderTemplate", TEMPLATE, "workerTemplate", TEMPLATE))))),
            Map.entry("argoproj.io/Workflow", spec(WORKFLOW)),
            Map.entry("argoproj.io/WorkflowTemplate", spec(WORKFLOW)),
            Map.entry("argoproj.io/ClusterWorkflowTemplate", spec(WORKFLOW)),
            Map.entry("argoproj.io/CronWorkflow", spec(Map.of("workflowSpec", new Fields(WORKFLOW)))),
            Map.entry("sparkoperator.k8s.io/SparkApplication", spec(SPARK)),
            Map.entry("sparkoperator.k8s.io/ScheduledSparkApplication", spec(Map.of("template", new Fields(SPARK)))),
            Map.entry("feast.dev/FeatureStore", spec(Map.of("services", mapping()))),
            Map.entry(
                    "machinelearning.seldon.io/SeldonDeployment",
                    spec(Map.of(
                            "predictors",
                            listOf(new Fields(Map.of(
                                    "graph",
                                    mapping(),
                                    "componentSpecs",
                                    listOf(new Fields(Map.of("spec", POD_SPEC))))))))));

    private ExpectedResources() {}

    /** Of a kind that is read as its operator does, by group and kind. */
    static Optional<Expected> of(String groupAndKind) {
        return Optional.ofNullable(KINDS.get(groupAndKind));
    }

    private static Map<String, Expected> fields(Expected base, Map<String, Expected> more) {
        var all = new HashMap<>(((Fields) base).fields());
        all.putAll(more);
        return all;
    }
}
