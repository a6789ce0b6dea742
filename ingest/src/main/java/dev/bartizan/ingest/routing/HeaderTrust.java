package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links workloads that take the user from a request header to the gateways that lead to them: only they may set it. */
final class HeaderTrust {
    private final PlatformDraft draft;
    private final Map<AssetDraft, List<AssetDraft>> leadingTo = new HashMap<>();

    private HeaderTrust(PlatformDraft draft) {
        this.draft = draft;
    }

    static void link(Map<AssetDraft, Location> trust, PlatformDraft draft) {
        if (trust.isEmpty()) {
            return;
        }
        var headers = new HeaderTrust(draft);
        draft.eachLink(References.ROUTES, headers::lead);
        draft.eachLink("exposes", headers::lead);
        trust.forEach(headers::link);
    }

    private void lead(AssetDraft from, AssetDraft to) {
        leadingTo.computeIfAbsent(to, key -> new ArrayList<>(1)).add(from);
    }

    private void link(AssetDraft workload, Location evidence) {
        Set<AssetDraft> seen = new HashSet<>();
        var open = new ArrayDeque<AssetDraft>();
        open.add(workload);
        while (!open.isEmpty()) {
            AssetDraft asset = open.remove();
            if (!seen.add(asset)) {
                continue;
            }
            if (asset.kind().equals("Gateway") || asset.kind().equals("Ingress")) {
                draft.link(workload, asset, "trusts-header", evidence);
            } else {
                open.addAll(leadingTo.getOrDefault(asset, List.of()));
            }
        }
    }
}
