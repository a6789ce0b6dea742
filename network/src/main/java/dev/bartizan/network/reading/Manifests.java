package dev.bartizan.network.reading;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What policies refer to and is none itself: services, service accounts, sets of addresses, groups, tiers. */
public final class Manifests {
    private final Map<String, List<PolicyManifest>> byKind = new HashMap<>();

    private Manifests() {}

    /** Those of a snapshot, in the order of their ids. */
    public static Manifests of(Snapshot snapshot) {
        var manifests = new Manifests();
        List<Asset> assets = snapshot.platform().assets();
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            snapshot.trees()
                    .root(i)
                    .ifPresent(root -> manifests
                            .byKind
                            .computeIfAbsent(asset.group() + "/" + asset.kind(), key -> new ArrayList<>())
                            .add(new PolicyManifest(
                                    asset.id(),
                                    asset.group(),
                                    asset.kind(),
                                    asset.namespace(),
                                    asset.name(),
                                    new Written(root, asset.location().pointer()))));
        }
        return manifests;
    }

    /** As if some were gone and others there. */
    public Manifests with(Predicate<PolicyManifest> gone, List<PolicyManifest> more) {
        var changed = new Manifests();
        byKind.forEach((kind, all) -> changed.byKind.put(
                kind, new ArrayList<>(all.stream().filter(gone.negate()).toList())));
        more.forEach(each -> changed.byKind
                .computeIfAbsent(each.group() + "/" + each.kind(), key -> new ArrayList<>())
                .add(each));
        return changed;
    }

    /** @param kind with its group: {@code core/Service} */
    public List<PolicyManifest> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
