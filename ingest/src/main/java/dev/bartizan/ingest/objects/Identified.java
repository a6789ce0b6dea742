package dev.bartizan.ingest.objects;

import dev.bartizan.ingest.draft.AssetDraft;
import java.util.List;

/** An asset and the manifest that stands for it; of equal copies, the first in the order of places. */
public record Identified(AssetDraft asset, Examined examined) {

    public Manifest manifest() {
        return examined.manifest();
    }

    /** Its id without what tells variants apart. */
    public String identity() {
        return examined.id();
    }

    public String cluster() {
        return examined.cluster();
    }

    public String namespace() {
        return examined.namespace();
    }

    public List<Pod> pods() {
        return examined.pods();
    }

    public String file() {
        return examined.manifest().file();
    }
}
