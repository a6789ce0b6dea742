package dev.bartizan.testkit.platform;

import java.util.List;

/** Writes pod specs; hygiene is missing on most, what is dangerous stands in few. */
final class PodText {
    private static final List<String> LEVELS = List.of("info", "info", "info", "debug", "warning");
    private static final List<String> PROCESSORS = List.of("250m", "500m", "\"1\"", "\"2\"", "\"4\"");
    private static final List<String> MEMORY = List.of("256Mi", "512Mi", "1Gi", "4Gi", "16Gi");

    private final Manifest manifest;
    private final Dice dice;
    private final Workload workload;

    PodText(Manifest manifest, Dice dice, Workload workload) {
        this.manifest = manifest;
        this.dice = dice;
        this.workload = workload;
    }

    /** The fields of a pod spec, each line indented by at least this much. */
    void write(int at, String container) {
        manifest.line(at, "serviceAccountName", workload.serviceAccount());
        if (dice.chance(120)) {
            manifest.line(at, "automountServiceAccountToken", "false");
        }
        if (workload.kind() == WorkloadKind.DAEMON_SET && dice.chance(250)) {
            manifest.line(at, "hostNetwork", "true");
            if (dice.chance(300)) {
                manifest.line(at, "hostPID", "true");
            }
        }
        if (dice.chance(250)) {
            manifest.line(at, "securityContext:")
                    .line(at + 2, "runAsNonRoot", "true")
                    .line(at + 2, "runAsUser", dice.between(1000, 65000));
            if (dice.chance(800)) {
                manifest.line(at + 2, "seccompProfile:").line(at + 4, "type", "RuntimeDefault");
            }
        }
        placement(at);
        if (dice.chance(80)) {
            initContainer(at);
        }
        manifest.line(at, "containers:");
        container(at + 2, container);
        if (dice.chance(60)) {
            sidecar(at + 2);
        }
        volumes(at);
    }

    private void placement(int at) {
        if (workload.component().accelerated() && dice.chance(700)) {
            manifest.line(at, "nodeSelector:")
                    .quoted(at + 2, "nvidia.com/gpu.present", "true")
                    .line(at, "tolerations:")
                    .line(at + 2, "- key: nvidia.com/gpu")
                    .line(at + 4, "operator", "Exists")
                    .line(at + 4, "effect", "NoSchedule");
        }
    }

    private void initContainer(int at) {
        manifest.line(at, "initContainers:")
                .line(at + 2, "- name: fetch-model")
                .line(at + 4, "image", "docker.io/amazon/aws-cli:2.27.49")
                .line(at + 4, "command: [sh, -c, \"aws s3 sync s3://acme-models/" + workload.name() + " /models\"]");
    }

    private void sidecar(int at) {
        manifest.line(at, "- name: metrics")
                .line(at + 2, "image", "quay.io/prometheus/statsd-exporter:v0.28.0")
                .line(at + 2, "ports:")
                .line(at + 4, "- containerPort: 9102");
    }

    /** One item of a list of containers. */
    void container(int at, String name) {
        Component component = workload.component();
        manifest.line(at, "- name: " + name).line(at + 2, "image", image());
        if (!component.arguments().isEmpty()) {
            manifest.line(at + 2, "args", component.arguments());
        }
        if (workload.kind() != WorkloadKind.JOB && workload.kind() != WorkloadKind.CRON_JOB) {
            manifest.line(at + 2, "ports:")
                    .line(at + 4, "- name: http")
                    .line(at + 6, "containerPort", component.port());
        }
        environment(at + 2);
        resources(at + 2);
        if (workload.kind().hasService() && dice.chance(600)) {
            probe(at + 2, "readinessProbe");
            if (dice.chance(500)) {
                probe(at + 2, "livenessProbe");
            }
        }
        new ContainerSecurityText(manifest, dice).write(at + 2);
        mounts(at + 2);
    }

    private String image() {
        Component component = workload.component();
        if (dice.chance(150)) {
            return component.image() + ":latest";
        }
        return component.image() + ':' + component.tag() + (dice.chance(180) ? "@sha256:" + dice.hexadecimal(64) : "");
    }

    private void environment(int at) {
        manifest.line(at, "env:").line(at + 2, "- name: LOG_LEVEL").line(at + 4, "value", dice.pick(LEVELS));
        if (workload.component().accelerated()) {
            manifest.line(at + 2, "- name: MODEL_NAME")
                    .quoted(at + 4, "value", "acme/" + workload.component().name() + "-" + dice.between(1, 70) + "b");
        }
        if (dice.chance(400)) {
            manifest.line(at + 2, "- name: TRACE_ENDPOINT")
                    .line(at + 4, "value", "http://otel-collector.observability.svc:4317");
        }
        if (dice.chance(250)) {
            manifest.line(at + 2, "- name: WORKERS").quoted(at + 4, "value", Integer.toString(dice.between(1, 16)));
        }
        if (workload.secretive()) {
            manifest.line(at + 2, "- name: DATABASE_PASSWORD")
                    .line(at + 4, "valueFrom:")
                    .line(at + 6, "secretKeyRef:")
                    .line(at + 8, "name", workload.name())
                    .line(at + 8, "key", "password");
        }
        if (dice.chance(30)) {
            manifest.line(at + 2, "- name: API_TOKEN").quoted(at + 4, "value", dice.hexadecimal(32));
        }
        if (workload.configured()) {
            manifest.line(at, "envFrom:").line(at + 2, "- configMapRef:").line(at + 6, "name", workload.name());
        }
    }

    private void resources(int at) {
        boolean accelerated = workload.component().accelerated();
        if (!accelerated && dice.chance(300)) {
            return;
        }
        String memory = dice.pick(MEMORY);
        manifest.line(at, "resources:")
                .line(at + 2, "requests:")
                .line(at + 4, "cpu", dice.pick(PROCESSORS))
                .line(at + 4, "memory", memory);
        if (accelerated || dice.chance(700)) {
            manifest.line(at + 2, "limits:").line(at + 4, "memory", memory);
        }
        if (accelerated) {
            manifest.line(at + 4, "nvidia.com/gpu", dice.between(1, 8));
        }
    }

    private void probe(int at, String kind) {
        manifest.line(at, kind + ":")
                .line(at + 2, "httpGet:")
                .line(at + 4, "path", "/healthz")
                .line(at + 4, "port", "http")
                .line(at + 2, "periodSeconds", dice.between(5, 30));
    }

    private void mounts(int at) {
        manifest.line(at, "volumeMounts:").line(at + 2, "- name: scratch").line(at + 4, "mountPath", "/tmp");
        if (workload.claiming()) {
            manifest.line(at + 2, "- name: data")
                    .line(
                            at + 4,
                            "mountPath",
                            workload.component().state().isEmpty()
                                    ? "/models"
                                    : workload.component().state());
        }
    }

    private void volumes(int at) {
        manifest.line(at, "volumes:").line(at + 2, "- name: scratch").line(at + 4, "emptyDir: {}");
        if (workload.claiming()) {
            manifest.line(at + 2, "- name: data")
                    .line(at + 4, "persistentVolumeClaim:")
                    .line(at + 6, "claimName", workload.name());
        }
        int hostPaths = workload.kind() == WorkloadKind.DAEMON_SET ? 500 : 8;
        if (dice.chance(hostPaths)) {
            manifest.line(at + 2, "- name: host")
                    .line(at + 4, "hostPath:")
                    .line(at + 6, "path", dice.chance(80) ? "/var/run/docker.sock" : "/var/log");
        }
    }
}
