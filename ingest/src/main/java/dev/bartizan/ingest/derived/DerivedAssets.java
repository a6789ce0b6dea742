package dev.bartizan.ingest.derived;

import dev.bartizan.graph.Classification;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Concludes what no manifest declares from what manifests ask for. Each such asset has the property {@code derived}, the reason in its classification, and an
 * id that begins with {@code derived:}.
 */
public final class DerivedAssets {
    /** Where nodes and what joins them are run. */
    private static final String ZONE = "platform";

    private final PlatformDraft draft;
    private final Vocabulary vocabulary;

    DerivedAssets(PlatformDraft draft, Vocabulary vocabulary) {
        this.draft = draft;
        this.vocabulary = vocabulary;
    }

    /** Pools of accelerators and the fabrics between them, from what pods ask for. */
    public static void ofPods(PlatformDraft draft, Vocabulary vocabulary, Reports reports) {
        var derived = new DerivedAssets(draft, vocabulary);
        var pools = new AcceleratorPools(draft, derived);
        var fabrics = new Fabrics(draft, derived);
        for (PodDraft pod : draft.pods()) {
            List<Asked> asked = Asked.of(pod, draft, reports);
            pools.add(pod, asked);
            fabrics.add(pod, asked);
        }
    }

    /** Tenants, from who owns the namespaces and workloads; once owners are known. */
    public static void ofOwners(PlatformDraft draft, Vocabulary vocabulary) {
        new Tenants(draft, new DerivedAssets(draft, vocabulary)).add();
    }

    /**
     * An asset of the same cluster as another.
     *
     * @param role what it is, also the first part of its id
     * @param key tells it from others of its role
     * @param because what it was concluded from
     */
    AssetDraft asset(
            AssetDraft near, String role, String key, String kind, String name, String because, Location evidence) {
        String id = "derived:" + AssetIds.clusterOf(near.id()) + "/" + role + "/" + AssetIds.segment(key);
        return draft.asset(id, () -> {
            var made = AssetDraft.referred(id, kind, "", "-", name, evidence);
            Role meant = vocabulary.role(role).orElseThrow();
            String reason = Clip.of(because);
            made.classify(new Classification(role, meant.layer(), meant.plane(), Optional.empty(), reason));
            if (!role.equals("tenant")) {
                made.placeIn(ZONE);
            }
            draft.property(made, "derived", reason);
            return made;
        });
    }
}
