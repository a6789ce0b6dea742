package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import java.util.List;

/**
 * What one layer asks on one side of a connection.
 *
 * @param tiers in the order in which they are asked
 */
record ChainRules(Layer layer, Direction direction, List<TierRules> tiers) {
    ChainRules {
        tiers = List.copyOf(tiers);
    }

    boolean isIngress() {
        return direction == Direction.INGRESS;
    }

    /** Whether there is anybody who enforces policies of this layer: the network always is. */
    boolean isThere() {
        return layer == Layer.NETWORK || !tiers.isEmpty();
    }

    /** The same with only what is asked about a party on the side that this is about. */
    ChainRules about(int party) {
        return new ChainRules(
                layer,
                direction,
                tiers.stream().map(tier -> tier.about(party, isIngress())).toList());
    }
}
