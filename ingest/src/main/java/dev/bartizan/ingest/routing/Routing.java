package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Map;

/** Links the objects that route, deliver and provide to what they lead to, then works out how far each is open. */
public final class Routing {
    private final References references;
    private final GatewayRoutes gateways;

    private Routing(List<Identified> all, References references) {
        this.references = references;
        this.gateways = new GatewayRoutes(references, ReferenceGrants.of(all));
    }

    /**
     * Links all objects; after services were linked to the workloads behind them.
     *
     * @param headerTrust workloads that take the user from a request header, and where that is said
     */
    public static void link(
            List<Identified> all,
            List<Identified> workloads,
            Map<AssetDraft, Location> headerTrust,
            Inventory inventory,
            PlatformDraft draft,
            ExternalParties externals,
            Reports reports) {
        var routing = new Routing(all, new References(inventory, draft, externals, reports));
        all.forEach(routing::link);
        IstioProxies.link(all, workloads, draft);
        StorageDrivers.link(all, workloads, draft);
        DeliveryCommands.link(workloads, inventory, draft);
        Exposure.resolve(all, workloads, routing.references.fromUnseen(), draft);
        HeaderTrust.link(headerTrust, draft);
    }

    private void link(Identified from) {
        var spec = Place.of(from.manifest().root().get("spec"), from.manifest().pointer("/spec"));
        switch (from.manifest().group()) {
            case "core" -> StorageLinks.core(from, spec, references);
            case "networking.k8s.io", "extensions", "route.openshift.io", "traefik.io", "traefik.containo.us" ->
                new IngressRoutes(references).link(from, spec);
            case "gateway.networking.k8s.io",
                    "aigateway.envoyproxy.io",
                    "gateway.envoyproxy.io",
                    "inference.networking.k8s.io",
                    "inference.networking.x-k8s.io" -> gateways.link(from, spec);
            case "networking.istio.io" -> new IstioRoutes(references).link(from, spec);
            case "serving.knative.dev", "eventing.knative.dev", "messaging.knative.dev", "sources.knative.dev" ->
                new KnativeRoutes(references).link(from, spec);
            case "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io" ->
                ApiServerCalls.link(from, spec, references);
            case "storage.k8s.io" -> StorageLinks.storage(from, references);
            case "argoproj.io", "source.toolkit.fluxcd.io", "kustomize.toolkit.fluxcd.io", "helm.toolkit.fluxcd.io" ->
                new DeliveryLinks(references).link(from, spec);
            default -> {}
        }
    }
}
