package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The API groups of Kubernetes itself, which of their versions an API server knows, and which it no longer serves.
 *
 * <p>Source: the deprecated API migration guide and the API reference of Kubernetes 1.34 (kubernetes.io/docs/reference/using-api/deprecation-guide).
 */
final class ApiGroups {
    private static final Map<String, Set<String>> VERSIONS = Map.ofEntries(
            Map.entry("core", Set.of("v1")),
            Map.entry("apps", Set.of("v1")),
            Map.entry("batch", Set.of("v1")),
            Map.entry("autoscaling", Set.of("v1", "v2")),
            Map.entry("policy", Set.of("v1")),
            Map.entry("extensions", Set.of()),
            Map.entry("admissionregistration.k8s.io", Set.of("v1", "v1beta1", "v1alpha1")),
            Map.entry("apiextensions.k8s.io", Set.of("v1")),
            Map.entry("apiregistration.k8s.io", Set.of("v1")),
            Map.entry("authentication.k8s.io", Set.of("v1", "v1beta1", "v1alpha1")),
            Map.entry("authorization.k8s.io", Set.of("v1")),
            Map.entry("certificates.k8s.io", Set.of("v1", "v1beta1", "v1alpha1")),
            Map.entry("coordination.k8s.io", Set.of("v1", "v1beta1", "v1alpha2", "v1alpha1")),
            Map.entry("discovery.k8s.io", Set.of("v1")),
            Map.entry("events.k8s.io", Set.of("v1")),
            Map.entry("flowcontrol.apiserver.k8s.io", Set.of("v1")),
            Map.entry("internal.apiserver.k8s.io", Set.of("v1alpha1")),
            Map.entry("networking.k8s.io", Set.of("v1", "v1beta1", "v1alpha1")),
            Map.entry("node.k8s.io", Set.of("v1")),
            Map.entry("rbac.authorization.k8s.io", Set.of("v1")),
            Map.entry("resource.k8s.io", Set.of("v1", "v1beta2", "v1beta1", "v1alpha3")),
            Map.entry("scheduling.k8s.io", Set.of("v1", "v1alpha1")),
            Map.entry("storage.k8s.io", Set.of("v1", "v1beta1", "v1alpha1")),
            Map.entry("storagemigration.k8s.io", Set.of("v1beta1", "v1alpha1")));

    /** Versions that were served once, with the release that ended it; a kind in brackets when only that kind went. */
    private static final Map<String, String> REMOVED = Map.ofEntries(
            Map.entry("extensions/v1beta1", "1.16"),
            Map.entry("extensions/v1beta1/Ingress", "1.22"),
            Map.entry("apps/v1beta1", "1.16"),
            Map.entry("apps/v1beta2", "1.16"),
            Map.entry("batch/v1beta1", "1.25"),
            Map.entry("batch/v2alpha1", "1.21"),
            Map.entry("autoscaling/v2beta1", "1.25"),
            Map.entry("autoscaling/v2beta2", "1.26"),
            Map.entry("policy/v1beta1", "1.25"),
            Map.entry("apiextensions.k8s.io/v1beta1", "1.22"),
            Map.entry("apiregistration.k8s.io/v1beta1", "1.22"),
            Map.entry("authorization.k8s.io/v1beta1", "1.22"),
            Map.entry("discovery.k8s.io/v1beta1", "1.25"),
            Map.entry("events.k8s.io/v1beta1", "1.25"),
            Map.entry("flowcontrol.apiserver.k8s.io/v1beta1", "1.26"),
            Map.entry("flowcontrol.apiserver.k8s.io/v1beta2", "1.29"),
            Map.entry("flowcontrol.apiserver.k8s.io/v1beta3", "1.32"),
            Map.entry("node.k8s.io/v1beta1", "1.25"),
            Map.entry("node.k8s.io/v1alpha1", "1.25"),
            Map.entry("rbac.authorization.k8s.io/v1beta1", "1.22"),
            Map.entry("rbac.authorization.k8s.io/v1alpha1", "1.23"),
            Map.entry("scheduling.k8s.io/v1beta1", "1.22"),
            Map.entry("networking.k8s.io/v1beta1/Ingress", "1.22"),
            Map.entry("networking.k8s.io/v1beta1/IngressClass", "1.22"),
            Map.entry("admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration", "1.22"),
            Map.entry("admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration", "1.22"),
            Map.entry("certificates.k8s.io/v1beta1/CertificateSigningRequest", "1.22"),
            Map.entry("coordination.k8s.io/v1beta1/Lease", "1.22"),
            Map.entry("storage.k8s.io/v1beta1/StorageClass", "1.22"),
            Map.entry("storage.k8s.io/v1beta1/CSIDriver", "1.22"),
            Map.entry("storage.k8s.io/v1beta1/CSINode", "1.22"),
            Map.entry("storage.k8s.io/v1beta1/VolumeAttachment", "1.22"),
            Map.entry("storage.k8s.io/v1beta1/CSIStorageCapacity", "1.27"));

    private static final Set<String> WORKLOAD_GROUPS = Set.of("core", "apps", "batch", "extensions");

    private ApiGroups() {}

    /** Whether the group is part of Kubernetes: its kinds have known fields, and only its workloads hold pods. */
    static boolean isBuiltIn(String group) {
        return VERSIONS.containsKey(group);
    }

    /** Where Deployments and their like live, today or in the past. */
    static boolean hasWorkloads(String group) {
        return WORKLOAD_GROUPS.contains(group);
    }

    /** Says when no API server would take this version; the object is read all the same. */
    static void check(Manifest manifest, Reports reports) {
        Set<String> versions = VERSIONS.get(manifest.group());
        if (versions == null) {
            return;
        }
        String apiVersion = manifest.group() + "/" + manifest.version();
        String removed = REMOVED.getOrDefault(apiVersion + "/" + manifest.kind(), REMOVED.getOrDefault(apiVersion, ""));
        if (!removed.isEmpty()) {
            reports.add(Problem.warning(
                    "removed-api-version",
                    "Kubernetes " + removed + " and newer do not serve " + manifest.kind() + " in " + written(manifest)
                            + ".",
                    "write it for the version that replaced it",
                    manifest.root().get("apiVersion").location(manifest.pointer("/apiVersion"))));
        } else if (!versions.contains(manifest.version())) {
            reports.add(Problem.warning(
                    "unknown-api-version",
                    "Kubernetes has no API version " + written(manifest) + ".",
                    "known: " + String.join(", ", known(manifest.group(), versions)),
                    manifest.root().get("apiVersion").location(manifest.pointer("/apiVersion"))));
        }
    }

    private static String written(Manifest manifest) {
        String apiVersion = manifest.root().get("apiVersion").text(manifest.version());
        return apiVersion.length() > 100 ? apiVersion.substring(0, 100) + "…" : apiVersion;
    }

    private static List<String> known(String group, Set<String> versions) {
        return versions.stream()
                .sorted()
                .map(version -> group.equals("core") ? version : group + "/" + version)
                .toList();
    }
}
