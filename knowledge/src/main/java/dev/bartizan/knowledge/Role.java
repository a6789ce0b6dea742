package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.source.Location;
import java.util.Optional;

/**
 * What an asset does in an AI platform.
 *
 * @param layer where assets of this role are unless their signature says otherwise; absent for {@code unknown} only
 * @param plane likewise
 */
public record Role(String id, Optional<Layer> layer, Optional<Plane> plane, String meaning, Location location) {
    /** The role of what nothing matches. */
    public static final String UNKNOWN = "unknown";
}
