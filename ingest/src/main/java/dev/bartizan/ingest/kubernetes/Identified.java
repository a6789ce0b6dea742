package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;

/**
 * An asset and the manifest that stands for it; of equal copies, the first in the order of places.
 *
 * @param identity its id without what tells variants apart: what references to it say
 * @param cluster the name of its cluster
 */
record Identified(AssetDraft asset, Manifest manifest, String identity, String cluster) {

    String namespace() {
        return asset.namespace();
    }

    String file() {
        return manifest.file();
    }
}
