package dev.bartizan.ingest.draft;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;

/** A {@link PodTemplate} whose workload has no index yet. */
public record PodDraft(AssetDraft asset, Node metadata, Mapping spec, String pointer, PodTemplate.Shape shape) {

    PodTemplate finish() {
        return new PodTemplate(asset.index(), metadata, spec, pointer, shape);
    }
}
