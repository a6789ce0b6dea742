package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The roles of what stands behind services; of several, the first in the order of their ids. */
final class ServiceRoles {
    private final Map<AssetDraft, AssetDraft> behind = new HashMap<>();
    private final Map<AssetDraft, Set<AssetDraft>> all = new HashMap<>();

    ServiceRoles(PlatformDraft draft) {
        draft.eachLink("exposes", (service, workload) -> {
            all.computeIfAbsent(service, key -> new HashSet<>()).add(workload);
            if (!workload.classification().role().equals("unknown")) {
                behind.merge(service, workload, (one, other) -> one.id().compareTo(other.id()) <= 0 ? one : other);
            }
        });
    }

    boolean isBehind(AssetDraft service, AssetDraft workload) {
        return all.getOrDefault(service, Set.of()).contains(workload);
    }

    String role(AssetDraft target) {
        return behind.getOrDefault(target, target).classification().role();
    }
}
