package dev.bartizan.ingest.draft;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.List;

/** A {@link PodTemplate} whose workload has no index yet. */
public record PodDraft(
        AssetDraft asset,
        Node metadata,
        Mapping spec,
        String pointer,
        PodTemplate.Shape shape,
        List<AssetDraft> sources,
        PodTemplate.Aside aside) {

    PodTemplate finish() {
        return new PodTemplate(
                asset.index(),
                metadata,
                spec,
                pointer,
                shape,
                sources.stream()
                        .map(AssetDraft::index)
                        .filter(PodDraft::isPartOfThePlatform)
                        .toList(),
                aside);
    }

    /** What was folded into its owner has no index. */
    private static boolean isPartOfThePlatform(int index) {
        return index >= 0;
    }
}
