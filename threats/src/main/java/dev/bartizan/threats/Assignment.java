package dev.bartizan.threats;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.source.Location;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody's word about who owns a control. It outweighs what is derived.
 *
 * @param control id of the catalogue's entry
 * @param layer only on assets of this layer
 * @param assets only on these, by id; empty: on all
 * @param because why, or empty
 */
public record Assignment(
        String control,
        Party party,
        Optional<Layer> layer,
        Optional<SortedSet<String>> assets,
        String because,
        Location location) {
    public Assignment {
        assets = assets.map(ids -> Collections.unmodifiableSortedSet(new TreeSet<>(ids)));
    }
}
