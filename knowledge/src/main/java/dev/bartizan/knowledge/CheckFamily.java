package dev.bartizan.knowledge;

import dev.bartizan.source.Required;
import java.util.List;

/**
 * Checks that have one cause and are one finding.
 *
 * @param title of the finding
 * @param how what to do about all of them
 * @param over how wide a finding of this family may become
 */
public record CheckFamily(String id, String title, String how, Width over) {
    /** What one finding may cover. */
    public enum Width {
        /** One asset. */
        ASSET,
        /** A whole namespace, when most of its workloads are alike. */
        NAMESPACE
    }

    /** {@code families.yaml} as it is written. */
    record File(@Required List<CheckFamily> families) {}
}
