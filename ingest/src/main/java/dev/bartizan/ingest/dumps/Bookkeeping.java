package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Set;

/**
 * What the control plane writes down for itself, and puts into every namespace; nobody declares it. All of it carries a UID: what was written by hand is
 * never taken for it.
 */
final class Bookkeeping {
    private static final Set<String> KINDS = Set.of(
            "apps/ControllerRevision",
            "coordination.k8s.io/Lease",
            "core/Event",
            "events.k8s.io/Event",
            "metrics.k8s.io/PodMetrics",
            "metrics.k8s.io/NodeMetrics");
    private static final Set<String> CERTIFICATES =
            Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");
    private static final String LAST_CHANGE = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";

    private Bookkeeping() {}

    static boolean is(Identified entry) {
        Node metadata = entry.manifest().metadata();
        if (metadata.get("uid").text("").isEmpty()) {
            return false;
        }
        return switch (entry.manifest().groupAndKind()) {
            case "core/ConfigMap" -> CERTIFICATES.contains(entry.asset().name());
            case "core/ServiceAccount" -> isUntouchedDefault(entry, metadata);
            case "core/Endpoints" ->
                metadata.get("annotations").get(LAST_CHANGE).isPresent();
            case "discovery.k8s.io/EndpointSlice" ->
                metadata.get("labels").get(MANAGED_BY).text("").startsWith("endpointslice");
            case String kind -> KINDS.contains(kind);
        };
    }

    /** The account that every namespace has, as long as nobody gave it anything. */
    private static boolean isUntouchedDefault(Identified entry, Node metadata) {
        return entry.asset().name().equals("default")
                && !metadata.get("annotations").isPresent()
                && !metadata.get("labels").isPresent()
                && says(entry.manifest().root());
    }

    private static boolean says(Mapping account) {
        return account.keys().stream().allMatch(Set.of("apiVersion", "kind", "metadata")::contains);
    }
}
