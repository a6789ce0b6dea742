package dev.bartizan.threats;

import dev.bartizan.graph.Asset;

/** For which places the input is whole. */
final class Places {
    private Places() {}

    /** Whether everything about this asset's namespace, or the cluster where it has none, is in the input. */
    static boolean isWhole(World world, Asset asset) {
        return world.platform().completeness().covers(asset.namespace());
    }
}
