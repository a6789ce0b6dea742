package dev.bartizan.diagram;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import java.util.Set;

/**
 * Which assets get a place of their own on the map. What only configures, names or permits something else is folded into what it belongs to;
 * a platform has five such objects for every workload, and they would drown it.
 */
final class MapKinds {
    private static final Set<String> FOLDED_GROUPS = Set.of(
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "autoscaling",
            "caching.internal.knative.dev",
            "cert-manager.io",
            "coordination.k8s.io",
            "networking.internal.knative.dev",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "security.istio.io",
            "storage.k8s.io");
    private static final Set<String> FOLDED_KINDS = Set.of(
            "DestinationRule",
            "EndpointSlice",
            "GatewayClass",
            "IngressClass",
            "NetworkPolicy",
            "PodMonitor",
            "PodMonitoring",
            "PrometheusRule",
            "ServiceMonitor",
            "Sidecar");
    /** Of custom resources that run nothing themselves. */
    private static final Set<String> FOLDED_ROLES = Set.of(
            "admission",
            "api-extension",
            "autoscaler",
            "certificate",
            "cluster-setting",
            "configuration",
            "extension-package",
            "namespace",
            "network-service",
            "policy",
            "secret",
            "secret-store",
            "storage",
            "tenant",
            "unknown",
            "workload-identity");

    private static final Set<String> CORE_NODES = Set.of("Pod", "ReplicationController", "PersistentVolumeClaim");
    private static final Set<String> WORKLOAD_GROUPS = Set.of("apps", "batch", "extensions");
    private static final Set<String> ENTRY_KINDS =
            Set.of("Ingress", "Gateway", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "VirtualService");
    /** What only a workload does: a custom resource of an unknown product with such a link is one. */
    private static final Set<String> WORKLOAD_LINKS = Set.of("runs-as", "mounts", "pulls");

    private MapKinds() {}

    static boolean isService(Asset asset) {
        return asset.kind().equals("Service") && asset.group().equals("core");
    }

    static boolean isExternal(Asset asset) {
        return asset.id().startsWith("ext:");
    }

    static boolean isNode(Platform platform, int index) {
        Asset asset = platform.asset(index);
        if (!asset.id().startsWith("k8s:")) {
            return !asset.classification().role().equals("tenant");
        }
        if (asset.group().equals("core")) {
            return CORE_NODES.contains(asset.kind());
        }
        if (FOLDED_GROUPS.contains(asset.group()) || FOLDED_KINDS.contains(asset.kind())) {
            return false;
        }
        return WORKLOAD_GROUPS.contains(asset.group())
                || ENTRY_KINDS.contains(asset.kind())
                || !FOLDED_ROLES.contains(asset.classification().role())
                || platform.linksFrom(index).stream().map(Link::kind).anyMatch(WORKLOAD_LINKS::contains);
    }
}
