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
    /** The family of what node agents cannot do without, whatever the check. */
    public static final String BY_DESIGN = "privileged-by-design";

    /** The family of hygiene that no question settles, whatever the check. */
    public static final String NOT_DECIDED = "hygiene-not-decided";

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
