package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import java.util.HashMap;
import java.util.Map;

/** The roles of what stands behind services; of several, the first in the order of their ids. */
final class ServiceRoles {
    private final Map<AssetDraft, AssetDraft> behind = new HashMap<>();

    ServiceRoles(PlatformDraft draft) {
        draft.eachLink("exposes", (service, workload) -> {
            if (!workload.classification().role().equals("unknown")) {
                behind.merge(service, workload, (one, other) -> one.id().compareTo(other.id()) <= 0 ? one : other);
            }
        });
    }

    String role(AssetDraft target) {
        return behind.getOrDefault(target, target).classification().role();
    }
}
