package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far the manifests open services, routes and the workloads behind them. A missing answer is no answer: another manifest may open more. */
final class Exposure {
    private final Map<AssetDraft, Reach> reaches = new HashMap<>();
    private final Map<AssetDraft, List<AssetDraft>> next = new HashMap<>();
    private final Deque<AssetDraft> raised = new ArrayDeque<>();

    private Exposure() {}

    /** @param fromUnseen what gateways lead to that the input lacks */
    static void resolve(
            List<Identified> all, List<Identified> workloads, Set<AssetDraft> fromUnseen, PlatformDraft draft) {
        var exposure = new Exposure();
        var parents = new HashMap<AssetDraft, Integer>();
        draft.eachLink(References.ROUTES, (from, to) -> {
            exposure.lead(from, to);
            parents.merge(to, 1, Integer::sum);
        });
        draft.eachLink("exposes", (from, to) -> {
            exposure.lead(from, to);
            exposure.raise(to, Reach.CLUSTER);
        });
        for (Identified entry : all) {
            Entrances.reach(entry, parents.getOrDefault(entry.asset(), 0))
                    .ifPresent(reach -> exposure.raise(entry.asset(), reach));
        }
        fromUnseen.forEach(asset -> exposure.raise(asset, Reach.OUTSIDE));
        for (Identified workload : workloads) {
            if (workload.examined().traits().opensNode()) {
                exposure.raise(workload.asset(), Reach.NODE);
            }
        }
        exposure.spread();
        exposure.reaches.forEach((asset, reach) -> draft.property(asset, "exposure", reach.word()));
    }

    /** Not what lies outside of Kubernetes: reaching the platform does not reach it. */
    private void lead(AssetDraft from, AssetDraft to) {
        if (!to.group().isEmpty()) {
            next.computeIfAbsent(from, key -> new ArrayList<>(1)).add(to);
        }
    }

    private void raise(AssetDraft asset, Reach reach) {
        Reach known = reaches.get(asset);
        if (known == null || known.compareTo(reach) < 0) {
            reaches.put(asset, reach);
            raised.add(asset);
        }
    }

    /** Whoever reaches something reaches what it leads to; each asset is raised at most once per reach, so that circles end. */
    private void spread() {
        while (!raised.isEmpty()) {
            AssetDraft asset = raised.remove();
            Reach reach = reaches.getOrDefault(asset, Reach.CLUSTER);
            for (AssetDraft to : next.getOrDefault(asset, List.of())) {
                raise(to, reach);
            }
        }
    }
}
