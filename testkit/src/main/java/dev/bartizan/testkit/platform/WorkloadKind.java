package dev.bartizan.testkit.platform;

import java.util.Arrays;
import java.util.List;

/** The kinds that run pods, with their share of a platform: three of ten are custom resources of AI platforms. */
enum WorkloadKind {
    DEPLOYMENT("apps/v1", "Deployment", 385),
    STATEFUL_SET("apps/v1", "StatefulSet", 110),
    DAEMON_SET("apps/v1", "DaemonSet", 40),
    JOB("batch/v1", "Job", 80),
    CRON_JOB("batch/v1", "CronJob", 80),
    RAY_CLUSTER("ray.io/v1", "RayCluster", 60),
    INFERENCE_SERVICE("serving.kserve.io/v1beta1", "InferenceService", 125),
    PYTORCH_JOB("kubeflow.org/v1", "PyTorchJob", 60),
    WORKFLOW("argoproj.io/v1alpha1", "Workflow", 60);

    private static final int TOTAL =
            Arrays.stream(values()).mapToInt(kind -> kind.share).sum();

    final String apiVersion;
    final String kind;
    private final int share;

    WorkloadKind(String apiVersion, String kind, int share) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.share = share;
    }

    static WorkloadKind thrown(Dice dice) {
        int left = dice.between(0, TOTAL - 1);
        for (WorkloadKind kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new AssertionError("shares add up to " + TOTAL);
    }

    /** What it may run. */
    List<Component> components() {
        return switch (this) {
            case DEPLOYMENT, INFERENCE_SERVICE -> Component.SERVERS;
            case STATEFUL_SET -> Component.STORES;
            case DAEMON_SET -> Component.AGENTS;
            case JOB, CRON_JOB, RAY_CLUSTER, PYTORCH_JOB, WORKFLOW -> Component.BATCHES;
        };
    }

    boolean hasService() {
        return switch (this) {
            case DEPLOYMENT, STATEFUL_SET -> true;
            case DAEMON_SET, JOB, CRON_JOB, RAY_CLUSTER, INFERENCE_SERVICE, PYTORCH_JOB, WORKFLOW -> false;
        };
    }
}
