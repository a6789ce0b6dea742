package dev.bartizan.knowledge;

import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;

/**
 * Checks that have one cause and are one finding.
 *
 * @param title of the finding
 * @param how what to do about all of them
 * @param partOf a wider family that it joins where both fail
 * @param over how wide a finding of this family may become
 */
public record CheckFamily(String id, String title, String how, Optional<String> partOf, Width over) {
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
