package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.kubernetes.Expected.Single.BOOLEAN;
import static dev.bartizan.ingest.kubernetes.Expected.Single.INTEGER;
import static dev.bartizan.ingest.kubernetes.Expected.Single.STRING;
import static dev.bartizan.ingest.kubernetes.Expected.listOf;
import static dev.bartizan.ingest.kubernetes.Expected.mapping;

import dev.bartizan.ingest.kubernetes.Expected.Fields;
import dev.bartizan.ingest.objects.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of the fields that something here or in a check reads.
 *
 * <p>Source: the API reference of Kubernetes 1.34 (kubernetes.io/docs/reference/kubernetes-api).
 */
final class ExpectedTypes {
    static final Expected METADATA = new Fields(Map.of(
            "name",
            STRING,
            "generateName",
            STRING,
            "namespace",
            STRING,
            "labels",
            mapping(),
            "annotations",
            mapping(),
            "ownerReferences",
            listOf(mapping())));

    private static final Expected CAPABILITIES = new Fields(Map.of("add", listOf(STRING), "drop", listOf(STRING)));

    static final Expected CONTAINER_SECURITY = new Fields(Map.of(
            "privileged", BOOLEAN,
            "allowPrivilegeEscalation", BOOLEAN,
            "readOnlyRootFilesystem", BOOLEAN,
            "runAsNonRoot", BOOLEAN,
            "runAsUser", INTEGER,
            "runAsGroup", INTEGER,
            "procMount", STRING,
            "capabilities", CAPABILITIES,
            "seccompProfile", mapping()));

    static final Expected ENVIRONMENT =
            listOf(new Fields(Map.of("name", STRING, "value", STRING, "valueFrom", mapping())));

    static final Expected CONTAINER = new Fields(Map.ofEntries(
            Map.entry("name", STRING),
            Map.entry("image", STRING),
            Map.entry("imagePullPolicy", STRING),
            Map.entry("command", listOf(STRING)),
            Map.entry("args", listOf(STRING)),
            Map.entry("env", ENVIRONMENT),
            Map.entry("envFrom", listOf(mapping())),
            Map.entry("ports", listOf(mapping())),
            Map.entry("volumeMounts", listOf(mapping())),
            Map.entry("resources", new Fields(Map.of("limits", mapping(), "requests", mapping()))),
            Map.entry("securityContext", CONTAINER_SECURITY),
            Map.entry("livenessProbe", mapping()),
            Map.entry("readinessProbe", mapping()),
            Map.entry("lifecycle", mapping())));

    static final Expected POD_SECURITY = new Fields(Map.of(
            "runAsNonRoot", BOOLEAN,
            "runAsUser", INTEGER,
            "runAsGroup", INTEGER,
            "fsGroup", INTEGER,
            "sysctls", listOf(mapping()),
            "seccompProfile", mapping()));

    static final Expected POD_SPEC = new Fields(Map.ofEntries(
            Map.entry("containers", listOf(CONTAINER)),
            Map.entry("initContainers", listOf(CONTAINER)),
            Map.entry("ephemeralContainers", listOf(CONTAINER)),
            Map.entry("volumes", listOf(mapping())),
            Map.entry("securityContext", POD_SECURITY),
            Map.entry("serviceAccountName", STRING),
            Map.entry("serviceAccount", STRING),
            Map.entry("automountServiceAccountToken", BOOLEAN),
            Map.entry("hostNetwork", BOOLEAN),
            Map.entry("hostPID", BOOLEAN),
            Map.entry("hostIPC", BOOLEAN),
            Map.entry("hostUsers", BOOLEAN),
            Map.entry("shareProcessNamespace", BOOLEAN),
            Map.entry("nodeSelector", mapping()),
            Map.entry("nodeName", STRING),
            Map.entry("runtimeClassName", STRING),
            Map.entry("tolerations", listOf(mapping())),
            Map.entry("imagePullSecrets", listOf(mapping()))));

    static final Expected TEMPLATE = new Fields(Map.of("metadata", METADATA, "spec", POD_SPEC));
    private static final Expected WORKLOAD = spec(Map.of("template", TEMPLATE, "selector", mapping()));
    private static final Expected RULES = listOf(new Fields(Map.of(
            "apiGroups", listOf(STRING),
            "resources", listOf(STRING),
            "verbs", listOf(STRING),
            "resourceNames", listOf(STRING),
            "nonResourceURLs", listOf(STRING))));
    private static final Expected ROLE = root(Map.of("rules", RULES, "aggregationRule", mapping()));
    private static final Expected BINDING = root(Map.of("subjects", listOf(mapping()), "roleRef", mapping()));

    private static final Map<String, Expected> KINDS = Map.ofEntries(
            Map.entry("core/Pod", root(Map.of("spec", POD_SPEC))),
            Map.entry("apps/Deployment", WORKLOAD),
            Map.entry("apps/StatefulSet", WORKLOAD),
            Map.entry("apps/DaemonSet", WORKLOAD),
            Map.entry("apps/ReplicaSet", WORKLOAD),
            Map.entry("core/ReplicationController", WORKLOAD),
            Map.entry("batch/Job", WORKLOAD),
            Map.entry("batch/CronJob", spec(Map.of("jobTemplate", spec(Map.of("template", TEMPLATE))))),
            Map.entry("core/Service", spec(Map.of("ports", listOf(mapping()), "selector", mapping(), "type", STRING))),
            Map.entry(
                    "networking.k8s.io/Ingress",
                    spec(Map.of("rules", listOf(mapping()), "tls", listOf(mapping()), "defaultBackend", mapping()))),
            Map.entry(
                    "networking.k8s.io/NetworkPolicy",
                    spec(Map.of(
                            "podSelector", mapping(),
                            "policyTypes", listOf(STRING),
                            "ingress", listOf(mapping()),
                            "egress", listOf(mapping())))),
            Map.entry("core/ServiceAccount", root(Map.of("automountServiceAccountToken", BOOLEAN))),
            Map.entry("core/ConfigMap", root(Map.of("data", mapping(), "binaryData", mapping()))),
            Map.entry("core/Secret", root(Map.of("data", mapping(), "stringData", mapping(), "type", STRING))),
            Map.entry("rbac.authorization.k8s.io/Role", ROLE),
            Map.entry("rbac.authorization.k8s.io/ClusterRole", ROLE),
            Map.entry("rbac.authorization.k8s.io/RoleBinding", BINDING),
            Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", BINDING));

    private static final Expected ANY_OBJECT = root(Map.of());

    private ExpectedTypes() {}

    /** Of kinds we do not know, only the metadata has known types. */
    static Expected of(Manifest manifest) {
        String kind = manifest.groupAndKind();
        return Optional.ofNullable(KINDS.get(kind))
                .or(() -> ExpectedResources.of(kind))
                .orElse(ANY_OBJECT);
    }

    private static Expected root(Map<String, Expected> fields) {
        var all = new HashMap<>(fields);
        all.put("metadata", METADATA);
        return new Fields(all);
    }

    static Expected spec(Map<String, Expected> fields) {
        return root(Map.of("spec", new Fields(fields)));
    }
}
