package dev.bartizan.testkit.platform;

import java.util.List;

/** Writes workloads of every kind around the same pod spec. */
final class WorkloadText {
    private static final List<String> SCHEDULES = List.of("0 2 * * *", "*/15 * * * *", "30 4 * * 1", "0 */6 * * *");
    private static final List<String> FORMATS = List.of("pytorch", "sklearn", "huggingface", "onnx", "xgboost");

    private final Dice dice;
    private final Workload workload;
    private final Manifest manifest;

    WorkloadText(Dice dice, Workload workload) {
        this.dice = dice;
        this.workload = workload;
        this.manifest =
                Manifest.of(workload.kind().apiVersion, workload.kind().kind, workload.namespace(), workload.name());
    }

    String write() {
        manifest.line(2, "labels:")
                .line(4, "app.kubernetes.io/name", workload.component().name())
                .line(4, "app.kubernetes.io/instance", workload.name())
                .quoted(4, "app.kubernetes.io/version", workload.component().tag())
                .line(4, "app.kubernetes.io/part-of", workload.namespace())
                .line(4, "app.kubernetes.io/managed-by", "argocd");
        if (dice.chance(300)) {
            manifest.line(2, "annotations:")
                    .quoted(4, "checksum/config", dice.hexadecimal(64))
                    .line(4, "acme.example/owner", "team-" + dice.between(1, 40));
        }
        manifest.line(0, "spec:");
        spec();
        return manifest.toString();
    }

    private void spec() {
        switch (workload.kind()) {
            case DEPLOYMENT -> {
                replicas();
                template(2, "server");
            }
            case STATEFUL_SET -> {
                manifest.line(2, "serviceName", workload.name());
                replicas();
                template(2, "server");
            }
            case DAEMON_SET -> {
                selector();
                template(2, "agent");
            }
            case JOB -> {
                manifest.line(2, "backoffLimit", dice.between(0, 6));
                jobTemplate(2);
            }
            case CRON_JOB -> {
                manifest.quoted(2, "schedule", dice.pick(SCHEDULES))
                        .line(2, "concurrencyPolicy", "Forbid")
                        .line(2, "jobTemplate:")
                        .line(4, "spec:");
                jobTemplate(6);
            }
            case RAY_CLUSTER -> rayCluster();
            case INFERENCE_SERVICE -> inferenceService();
            case PYTORCH_JOB -> pytorchJob();
            case WORKFLOW -> workflow();
        }
    }

    private void replicas() {
        manifest.line(2, "replicas", dice.between(1, 6));
        selector();
    }

    private void selector() {
        manifest.line(2, "selector:").line(4, "matchLabels:").line(6, "app.kubernetes.io/instance", workload.name());
    }

    private void template(int at, String container) {
        manifest.line(at, "template:").line(at + 2, "metadata:").line(at + 4, "labels:");
        manifest.line(at + 6, "app.kubernetes.io/instance", workload.name()).line(at + 2, "spec:");
        pod(at + 4, container);
    }

    private void jobTemplate(int at) {
        manifest.line(at, "template:").line(at + 2, "spec:").line(at + 4, "restartPolicy", "Never");
        pod(at + 4, "job");
    }

    private void pod(int at, String container) {
        new PodText(manifest, dice, workload).write(at, container);
    }

    private void rayCluster() {
        manifest.quoted(2, "rayVersion", "2.48.0")
                .line(2, "headGroupSpec:")
                .line(4, "rayStartParams:")
                .quoted(6, "dashboard-host", "0.0.0.0")
                .line(4, "template:")
                .line(6, "spec:");
        pod(8, "ray-head");
        manifest.line(2, "workerGroupSpecs:")
                .line(4, "- groupName: gpu")
                .line(6, "replicas", dice.between(1, 16))
                .line(6, "rayStartParams: {}")
                .line(6, "template:")
                .line(8, "spec:")
                .line(10, "containers:");
        new PodText(manifest, dice, workload).container(12, "ray-worker");
        manifest.line(10, "volumes:").line(12, "- name: scratch").line(14, "emptyDir: {}");
        if (workload.claiming()) {
            manifest.line(12, "- name: data").line(14, "persistentVolumeClaim: {claimName: " + workload.name() + "}");
        }
    }

    private void inferenceService() {
        manifest.line(2, "predictor:")
                .line(4, "minReplicas", dice.between(0, 2))
                .line(4, "maxReplicas", dice.between(3, 20));
        if (dice.chance(600)) {
            manifest.line(4, "serviceAccountName", workload.serviceAccount())
                    .line(4, "model:")
                    .line(6, "modelFormat:")
                    .line(8, "name", dice.pick(FORMATS))
                    .line(6, "storageUri", "s3://acme-models/" + workload.name() + "/v" + dice.between(1, 40))
                    .line(6, "resources:")
                    .line(8, "limits: {cpu: \"4\", memory: 16Gi, nvidia.com/gpu: \"1\"}");
        } else {
            pod(4, "kserve-container");
        }
    }

    private void pytorchJob() {
        manifest.line(2, "pytorchReplicaSpecs:");
        for (String role : List.of("Master", "Worker")) {
            manifest.line(4, role + ":")
                    .line(6, "replicas", role.equals("Master") ? 1 : dice.between(1, 32))
                    .line(6, "restartPolicy", "OnFailure")
                    .line(6, "template:")
                    .line(8, "spec:");
            pod(10, "pytorch");
        }
    }

    private void workflow() {
        manifest.line(2, "entrypoint", "main")
                .line(2, "serviceAccountName", workload.serviceAccount())
                .line(2, "templates:")
                .line(4, "- name: main")
                .line(6, "dag:")
                .line(8, "tasks:")
                .line(10, "- name: prepare")
                .line(12, "template", "step")
                .line(10, "- name: train")
                .line(12, "template", "step")
                .line(12, "dependencies: [prepare]")
                .line(4, "- name: step")
                .line(6, "container:")
                .line(
                        8,
                        "image",
                        workload.component().image()
                                + ':'
                                + workload.component().tag())
                .line(8, "command: [python, -m, pipeline]")
                .line(8, "env:")
                .line(10, "- name: RUN_ID")
                .quoted(12, "value", "{{workflow.uid}}")
                .line(8, "resources:")
                .line(10, "requests: {cpu: \"2\", memory: 8Gi}");
    }
}
