package dev.bartizan.network.engine;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import java.util.List;

/**
 * What one layer says to one side of a connection.
 *
 * @param tiers in the order in which they are asked
 * @param isCertain whether every answer follows from what is written
 */
record Chain(Layer layer, Direction direction, List<CompiledTier> tiers, boolean isCertain) {
    Chain {
        tiers = List.copyOf(tiers);
    }

    static Chain of(Layer layer, Direction direction, List<CompiledTier> tiers) {
        return new Chain(layer, direction, tiers, tiers.stream().allMatch(CompiledTier::isCertain));
    }

    ChainRules rules() {
        return new ChainRules(
                layer, direction, tiers.stream().map(CompiledTier::rules).toList());
    }

    boolean isIngress() {
        return direction == Direction.INGRESS;
    }

    /** Whether it says anything about the connections of a source. */
    boolean concerns(int source) {
        return tiers.stream().anyMatch(tier -> tier.concerns(source, isIngress()));
    }
}
