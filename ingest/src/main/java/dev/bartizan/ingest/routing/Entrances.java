package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an object is open by what it says itself. */
final class Entrances {
    /** Values that keep a load balancer off the internet, by the annotation of each cloud; from their controllers' documentation. */
    private static final Set<String> INTERNAL = Set.of(
            "service.beta.kubernetes.io/aws-load-balancer-scheme=internal",
            "service.beta.kubernetes.io/aws-load-balancer-internal=true",
            "service.beta.kubernetes.io/aws-load-balancer-internal=0.0.0.0/0",
            "service.beta.kubernetes.io/azure-load-balancer-internal=true",
            "networking.gke.io/load-balancer-type=internal",
            "cloud.google.com/load-balancer-type=internal",
            "service.beta.kubernetes.io/oci-load-balancer-internal=true",
            "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type=private",
            "alb.ingress.kubernetes.io/scheme=internal",
            "kubernetes.io/ingress.class=gce-internal");

    /** Classes of ingresses and gateways that stay inside. */
    private static final Set<String> INTERNAL_CLASSES = Set.of(
            "gce-internal", "gke-l7-rilb", "gke-l7-cross-regional-internal-managed", "nginx-internal", "internal");

    private static final Set<String> MESH_CLASSES = Set.of("istio-waypoint", "istio-remote");

    private Entrances() {}

    /** @param parents how many objects of the input lead to it */
    static Optional<Reach> reach(Identified entry, int parents) {
        Node spec = entry.manifest().root().get("spec");
        return switch (entry.manifest().kind()) {
            case "Service" ->
                entry.manifest().is("core", "Service") ? Optional.of(ofService(entry, spec)) : knative(entry);
            case "Ingress" -> Optional.of(ofIngress(entry, spec));
            case "IngressRoute", "DomainMapping" -> Optional.of(Reach.OUTSIDE);
            case "Route" ->
                entry.manifest().group().equals("route.openshift.io") ? Optional.of(Reach.OUTSIDE) : Optional.empty();
            case "Gateway" -> ofGateway(entry, spec, parents);
            default -> Optional.empty();
        };
    }

    private static Reach ofService(Identified entry, Node spec) {
        boolean hasAddress = !spec.get("externalIPs").items().isEmpty();
        return switch (spec.get("type").text("ClusterIP")) {
            case "LoadBalancer" ->
                isInternal(entry.manifest().metadata().get("annotations")) && !hasAddress ? Reach.NODE : Reach.OUTSIDE;
            case "NodePort" -> hasAddress ? Reach.OUTSIDE : Reach.NODE;
            default -> hasAddress ? Reach.OUTSIDE : Reach.CLUSTER;
        };
    }

    /** Only what says so is kept inside; whether the rest is open lies with Knative's own gateway. */
    private static Optional<Reach> knative(Identified entry) {
        Node visibility = entry.manifest().metadata().get("labels").get("networking.knative.dev/visibility");
        return visibility.text("").equals("cluster-local") ? Optional.of(Reach.CLUSTER) : Optional.empty();
    }

    private static Reach ofIngress(Identified entry, Node spec) {
        boolean isInside = isInternal(entry.manifest().metadata().get("annotations"))
                || INTERNAL_CLASSES.contains(spec.get("ingressClassName").text(""));
        return isInside ? Reach.NODE : Reach.OUTSIDE;
    }

    private static Optional<Reach> ofGateway(Identified entry, Node spec, int parents) {
        if (entry.manifest().group().equals(IstioRoutes.GROUP)) {
            // As open as the proxies that carry it, if they are in the input.
            return parents > 0 ? Optional.empty() : Optional.of(Reach.OUTSIDE);
        }
        String gatewayClass = spec.get("gatewayClassName").text("");
        Node annotations = entry.manifest().metadata().get("annotations");
        boolean isMesh = MESH_CLASSES.contains(gatewayClass)
                || annotations.get("networking.istio.io/service-type").text("").equals("ClusterIP");
        if (isMesh) {
            return Optional.of(Reach.CLUSTER);
        }
        boolean isInside = INTERNAL_CLASSES.contains(gatewayClass)
                || isInternal(annotations)
                || isInternal(spec.at("infrastructure", "annotations"));
        return Optional.of(isInside ? Reach.NODE : Reach.OUTSIDE);
    }

    private static boolean isInternal(Node annotations) {
        if (annotations instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                String value = mapping.value(i).text("").toLowerCase(Locale.ROOT);
                if (INTERNAL.contains(mapping.key(i) + "=" + value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
