package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Node;
import dev.bartizan.source.Node.Located;
import dev.bartizan.source.Pointer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels that controllers give the pods they make, by which Services and policies pick them. A label that depends on a name the controller makes up is
 * left out.
 *
 * <p>Source: the constants of KubeRay 1.3, KServe 0.15, the Kubeflow training operator 1.9 and notebook controller 1.9, JobSet 0.8, LeaderWorkerSet 0.6,
 * Katib 0.18, Seldon Core 1.18, Argo Workflows 3.6.
 */
final class ControllerLabels {
    private static final Set<String> TRAINING_JOBS = Set.of(
            "kubeflow.org/PyTorchJob",
            "kubeflow.org/TFJob",
            "kubeflow.org/MPIJob",
            "kubeflow.org/XGBoostJob",
            "kubeflow.org/JAXJob",
            "kubeflow.org/PaddleJob");
    private static final Set<String> OTHERS = Set.of(
            "ray.io/RayCluster",
            "ray.io/RayJob",
            "ray.io/RayService",
            "serving.kserve.io/InferenceService",
            "kubeflow.org/Notebook",
            "kubeflow.org/Experiment",
            "jobset.x-k8s.io/JobSet",
            "leaderworkerset.x-k8s.io/LeaderWorkerSet",
            "machinelearning.seldon.io/SeldonDeployment",
            "argoproj.io/Workflow");

    /** The name of the JobSet that a pod is of. */
    static final String JOB_SET = "jobset.sigs.k8s.io/jobset-name";

    /** Which of its jobs. */
    static final String REPLICATED_JOB = "jobset.sigs.k8s.io/replicatedjob-name";

    private ControllerLabels() {}

    static boolean knows(String groupAndKind) {
        return TRAINING_JOBS.contains(groupAndKind) || OTHERS.contains(groupAndKind);
    }

    /** The pod with the labels that its controller adds. */
    static Pod add(Identified entry, Pod pod) {
        Map<String, String> labels = of(entry, pod);
        if (labels.isEmpty()) {
            return pod;
        }
        var name = Resource.rootOf(entry).get("metadata").get("name");
        var metadata = Place.of(pod.metadata(), metadataPointer(pod));
        var all = Entries.of(metadata.get("labels"));
        labels.forEach((label, text) -> Entries.derive(all, label, text, name));
        Map<String, Located> fields = Entries.of(metadata);
        var merged = Entries.mapping(metadata.get("labels"), all, "");
        fields.put("labels", new Located(merged.node(), merged.pointer()));
        return pod.with(Entries.mapping(metadata, fields, "").node());
    }

    private static String metadataPointer(Pod pod) {
        int end = pod.pointer().lastIndexOf('/');
        return (end < 0 ? "" : pod.pointer().substring(0, end)) + "/metadata";
    }

    private static Map<String, String> of(Identified entry, Pod pod) {
        String name = entry.examined().name();
        String within = pod.pointer()
                .substring(Math.min(
                        pod.pointer().length(), entry.manifest().prefix().length()));
        boolean isNamed = !name.startsWith("~");
        var labels = new LinkedHashMap<String, String>();
        switch (entry.manifest().kind()) {
            case "RayCluster" -> ray(entry, within, isNamed ? Optional.of(name) : Optional.empty(), labels);
            case "RayJob", "RayService" -> ray(entry, within, Optional.empty(), labels);
            case "JobSet" -> {
                replicatedJob(entry, within).ifPresent(job -> labels.put(REPLICATED_JOB, job));
                if (isNamed) {
                    labels.put(JOB_SET, name);
                }
            }
            case "InferenceService" -> inference(within, name, isNamed, labels);
            case String kind when isNamed -> named(kind, within, name, labels);
            default -> {}
        }
        return labels;
    }

    private static void ray(Identified entry, String within, Optional<String> cluster, Map<String, String> labels) {
        boolean isHead = within.contains("/headGroupSpec/");
        if (!isHead && !within.contains("/workerGroupSpecs/")) {
            return;
        }
        cluster.ifPresent(name -> labels.put("ray.io/cluster", name));
        labels.put("ray.io/is-ray-node", "yes");
        labels.put("ray.io/node-type", isHead ? "head" : "worker");
        groupName(entry, within, isHead).ifPresent(group -> labels.put("ray.io/group", group));
        cluster.ifPresent(name -> labels.put("ray.io/identifier", name + (isHead ? "-head" : "-worker")));
    }

    private static Optional<String> groupName(Identified entry, String within, boolean isHead) {
        if (isHead) {
            return Optional.of("headgroup");
        }
        int end = within.indexOf("/template", within.indexOf("/workerGroupSpecs/"));
        Node group = end < 0
                ? entry.manifest().root()
                : Pointer.find(entry.manifest().root(), within.substring(0, end));
        return group.get("groupName").text();
    }

    /** Where it stands in the list of them. */
    private static Optional<String> replicatedJob(Identified entry, String within) {
        int end = within.indexOf("/template");
        return within.startsWith("/spec/replicatedJobs/") && end > 0
                ? Pointer.find(entry.manifest().root(), within.substring(0, end))
                        .get("name")
                        .text()
                : Optional.empty();
    }

    private static void inference(String within, String name, boolean isNamed, Map<String, String> labels) {
        String component = within.startsWith("/spec/transformer")
                ? "transformer"
                : within.startsWith("/spec/explainer") ? "explainer" : "predictor";
        labels.put("component", component);
        if (isNamed) {
            labels.put("serving.kserve.io/inferenceservice", name);
            labels.put("app", "isvc." + name + "-" + component);
        }
    }

    private static void named(String kind, String within, String name, Map<String, String> labels) {
        switch (kind) {
            case "PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "JAXJob", "PaddleJob" -> {
                labels.put("training.kubeflow.org/job-name", name);
                labels.put("training.kubeflow.org/operator-name", kind.toLowerCase(Locale.ROOT) + "-controller");
                labels.put("training.kubeflow.org/replica-type", step(within, 3).toLowerCase(Locale.ROOT));
            }
            case "Notebook" -> {
                labels.put("notebook-name", name);
                labels.put("statefulset", name);
            }
            case "Experiment" -> labels.put("katib.kubeflow.org/experiment", name);
            case "LeaderWorkerSet" -> labels.put("leaderworkerset.sigs.k8s.io/name", name);
            case "SeldonDeployment" -> labels.put("seldon-deployment-id", name);
            case "Workflow" -> labels.put("workflows.argoproj.io/workflow", name);
            default -> {}
        }
    }

    /** A part of a pointer; the first is numbered 1. */
    private static String step(String pointer, int number) {
        String[] steps = pointer.split("/", -1);
        return number < steps.length ? steps[number] : "";
    }
}
