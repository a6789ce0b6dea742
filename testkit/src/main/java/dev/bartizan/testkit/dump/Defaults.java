package dev.bartizan.testkit.dump;

import java.util.List;

/** The defaults that the API server writes out (source: the API reference of Kubernetes). */
final class Defaults {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private Defaults() {}

    static void write(Tree object) {
        Tree spec = object.find("spec").orElseGet(Tree::empty);
        switch (object.text("kind")) {
            case "Deployment" -> {
                spec.otherwise("replicas", 1).otherwise("revisionHistoryLimit", 10);
                spec.otherwise("progressDeadlineSeconds", 600);
                spec.otherwise("strategy", Tree.of("type", "RollingUpdate"));
            }
            case "StatefulSet" ->
                spec.otherwise("replicas", 1)
                        .otherwise("podManagementPolicy", "OrderedReady")
                        .otherwise("revisionHistoryLimit", 10);
            case "DaemonSet" -> spec.otherwise("revisionHistoryLimit", 10);
            case "Job" ->
                spec.otherwise("backoffLimit", 6)
                        .otherwise("completionMode", "NonIndexed")
                        .otherwise("suspend", false);
            case "CronJob" ->
                spec.otherwise("concurrencyPolicy", "Allow")
                        .otherwise("suspend", false)
                        .otherwise("failedJobsHistoryLimit", 1);
            case "Service" -> service(spec);
            case String _ -> {}
        }
        Template.of(object).flatMap(template -> template.find("spec")).ifPresent(Defaults::pod);
    }

    private static void service(Tree spec) {
        spec.otherwise("type", "ClusterIP").otherwise("clusterIP", "10.96.0.7").otherwise("sessionAffinity", "None");
        spec.otherwise("ipFamilies", List.of("IPv4")).otherwise("internalTrafficPolicy", "Cluster");
        spec.items("ports")
                .forEach(port -> port.otherwise("protocol", "TCP").otherwise("targetPort", port.text("port")));
    }

    static void pod(Tree spec) {
        spec.otherwise("restartPolicy", "Always").otherwise("dnsPolicy", "ClusterFirst");
        spec.otherwise("terminationGracePeriodSeconds", 30).otherwise("schedulerName", "default-scheduler");
        spec.otherwise("securityContext", Tree.empty());
        if (spec.has("serviceAccountName")) {
            spec.otherwise("serviceAccount", spec.text("serviceAccountName"));
        }
        boolean isOnHost = spec.text("hostNetwork").equals("true");
        spec.items("containers").forEach(container -> container(container, isOnHost));
        spec.items("initContainers").forEach(container -> container(container, isOnHost));
        spec.items("volumes").forEach(Defaults::volume);
    }

    private static void container(Tree container, boolean isOnHost) {
        String image = container.text("image");
        boolean isLatest = image.endsWith(":latest")
                || !image.substring(image.lastIndexOf('/') + 1).contains(":");
        container.otherwise("imagePullPolicy", isLatest ? "Always" : "IfNotPresent");
        container.otherwise("terminationMessagePath", "/dev/termination-log");
        container.otherwise("terminationMessagePolicy", "File").otherwise("resources", Tree.empty());
        for (Tree port : container.items("ports")) {
            port.otherwise("protocol", "TCP");
            if (isOnHost) {
                port.otherwise("hostPort", Integer.parseInt(port.text("containerPort")));
            }
        }
        for (String probe : PROBES) {
            container.find(probe).ifPresent(found -> {
                found.otherwise("failureThreshold", 3).otherwise("periodSeconds", 10);
                found.otherwise("successThreshold", 1).otherwise("timeoutSeconds", 1);
            });
        }
    }

    private static void volume(Tree volume) {
        for (String source : List.of("configMap", "secret", "projected")) {
            volume.find(source).ifPresent(found -> found.otherwise("defaultMode", 420));
        }
        volume.find("hostPath").ifPresent(found -> found.otherwise("type", ""));
    }
}
