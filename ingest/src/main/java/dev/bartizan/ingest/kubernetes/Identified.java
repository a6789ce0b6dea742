package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;
import java.util.List;

/** An asset and the manifest that stands for it; of equal copies, the first in the order of places. */
record Identified(AssetDraft asset, Examined examined) {

    Manifest manifest() {
        return examined.manifest();
    }

    /** Its id without what tells variants apart. */
    String identity() {
        return examined.id();
    }

    String cluster() {
        return examined.cluster();
    }

    String namespace() {
        return examined.namespace();
    }

    List<Pod> pods() {
        return examined.pods();
    }

    String file() {
        return examined.manifest().file();
    }
}
