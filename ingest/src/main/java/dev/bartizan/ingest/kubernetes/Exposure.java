package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far the manifests open a service and the workloads behind it. A missing answer is no answer: another manifest may open more. */
final class Exposure {
    /** From the nearest. */
    enum Reach {
        CLUSTER,
        NODE,
        OUTSIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<AssetDraft, Reach> reaches = new HashMap<>();

    private Exposure() {}

    static void resolve(List<Identified> all, List<Identified> workloads, PlatformDraft draft) {
        var exposure = new Exposure();
        for (Identified entry : all) {
            if (entry.manifest().is("core", "Service")) {
                exposure.raise(entry.asset(), ofService(entry.manifest().root().get("spec")));
            }
        }
        for (Identified workload : workloads) {
            if (workload.examined().traits().opensNode()) {
                exposure.raise(workload.asset(), Reach.NODE);
            }
        }
        // First from gateways to routes and services, then from services to what is behind them.
        draft.eachLink("routes", (from, to) -> {
            if (!isMeshOnly(from)) {
                exposure.raise(to, Reach.OUTSIDE);
            }
        });
        draft.eachLink("exposes", exposure::pass);
        exposure.reaches.forEach((asset, reach) -> draft.property(asset, "exposure", reach.word()));
    }

    /** A route that no gateway holds only steers traffic between workloads. */
    private static boolean isMeshOnly(AssetDraft route) {
        return switch (route.kind()) {
            case "VirtualService" ->
                route.root().stream()
                        .flatMap(root -> root.at("spec", "gateways").items().stream())
                        .allMatch(gateway -> gateway.text("").equals("mesh"));
            case "HTTPRoute", "GRPCRoute" ->
                route.root().stream()
                        .flatMap(root -> root.at("spec", "parentRefs").items().stream())
                        .allMatch(parent -> parent.get("kind").text("").equals("Service"));
            case String _ -> false;
        };
    }

    private void raise(AssetDraft asset, Reach reach) {
        reaches.merge(asset, reach, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private void pass(AssetDraft from, AssetDraft to) {
        raise(to, reaches.getOrDefault(from, Reach.CLUSTER));
    }

    private static Reach ofService(Node spec) {
        boolean hasAddress = !spec.get("externalIPs").items().isEmpty();
        return switch (spec.get("type").text("ClusterIP")) {
            case "LoadBalancer" -> Reach.OUTSIDE;
            case "NodePort" -> hasAddress ? Reach.OUTSIDE : Reach.NODE;
            case String _ -> hasAddress ? Reach.OUTSIDE : Reach.CLUSTER;
        };
    }
}
