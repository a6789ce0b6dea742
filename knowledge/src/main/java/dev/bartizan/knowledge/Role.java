package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import java.util.Optional;

/**
 * What an asset does in an AI platform.
 *
 * @param layer where assets of this role are unless their signature says otherwise; absent for {@code unknown} only
 * @param plane likewise
 * @param value what its loss costs unless its owner says otherwise, from 0 to 3
 * @param sensitivity of the data that it holds or carries unless its owner says otherwise, from 0, public, to 3, restricted
 */
public record Role(
        String id,
        Optional<Layer> layer,
        Optional<Plane> plane,
        @Default("1") int value,
        @Default("1") int sensitivity,
        String meaning,
        Location location) {
    /** The role of what nothing matches. */
    public static final String UNKNOWN = "unknown";
}
