package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import java.util.List;

/**
 * What one layer says to one side of a connection.
 *
 * @param tiers in the order in which they are asked
 */
record Chain(Layer layer, Direction direction, List<CompiledTier> tiers) {
    Chain {
        tiers = List.copyOf(tiers);
    }

    boolean isIngress() {
        return direction == Direction.INGRESS;
    }
}
