package dev.bartizan.testkit.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes the objects that go with a workload. */
final class CompanionText {
    private static final List<String> SIZES = List.of("10Gi", "50Gi", "200Gi", "1Ti");

    private final Dice dice;

    CompanionText(Dice dice) {
        this.dice = dice;
    }

    String service(Workload workload) {
        Manifest manifest = Manifest.of("v1", "Service", workload.namespace(), workload.name())
                .line(0, "spec:");
        int thrown = dice.between(1, 1000);
        if (thrown <= 15) {
            manifest.line(2, "type", "LoadBalancer");
        } else if (thrown <= 35) {
            manifest.line(2, "type", "NodePort");
        } else if (workload.kind() == WorkloadKind.STATEFUL_SET) {
            manifest.line(2, "clusterIP", "None");
        }
        return manifest.line(2, "selector:")
                .line(4, "app.kubernetes.io/instance", workload.name())
                .line(2, "ports:")
                .line(4, "- name: http")
                .line(6, "port", 80)
                .line(6, "targetPort", workload.component().port())
                .toString();
    }

    String serviceAccount(String namespace, String name) {
        Manifest manifest = Manifest.of("v1", "ServiceAccount", namespace, name);
        if (dice.chance(300)) {
            manifest.line(2, "annotations:")
                    .line(4, "eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/" + namespace + '-' + name);
        }
        return manifest.toString();
    }

    String secret(Workload workload) {
        return Manifest.of("v1", "Secret", workload.namespace(), workload.name())
                .line(0, "type", "Opaque")
                .line(0, "data:")
                .line(2, "username", base64(workload.component().name()))
                .line(2, "password", base64(dice.hexadecimal(24)))
                .toString();
    }

    String claim(Workload workload) {
        return Manifest.of("v1", "PersistentVolumeClaim", workload.namespace(), workload.name())
                .line(0, "spec:")
                .line(2, "accessModes: [" + (dice.chance(300) ? "ReadWriteMany" : "ReadWriteOnce") + "]")
                .line(2, "storageClassName", "fast-ssd")
                .line(2, "resources:")
                .line(4, "requests:")
                .line(6, "storage", dice.pick(SIZES))
                .toString();
    }

    /** One in three as environment variables, as YAML in a block and as JSON. */
    String configuration(String namespace, String name) {
        Manifest manifest = Manifest.of("v1", "ConfigMap", namespace, name).line(0, "data:");
        switch (dice.between(1, 3)) {
            case 1 ->
                manifest.quoted(2, "BATCH_SIZE", Integer.toString(dice.between(1, 512)))
                        .line(2, "FEATURE_STORE_URL", "http://feast." + namespace + ".svc:6566")
                        .line(2, "MODEL_REGISTRY_URI", "http://mlflow.ml-platform.svc:5000")
                        .quoted(2, "ENABLE_TRACING", dice.chance(500) ? "true" : "false");
            case 2 ->
                manifest.line(2, "config.yaml: |")
                        .line(4, "server:")
                        .line(6, "host", "0.0.0.0")
                        .line(6, "port", dice.between(1024, 65000))
                        .line(4, "model:")
                        .line(6, "name", name)
                        .line(6, "max_tokens", dice.between(256, 32768))
                        .line(4, "# sampled requests are kept for evaluation")
                        .line(4, "sampling: 0.0" + dice.between(1, 9));
            default ->
                manifest.line(
                        2,
                        "settings.json",
                        "'{\"name\": \"" + name + "\", \"replicas\": " + dice.between(1, 9)
                                + ", \"topics\": [\"events\", \"features\"]}'");
        }
        return manifest.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
