package dev.bartizan.network.engine;

import dev.bartizan.network.model.Tier;
import java.util.BitSet;
import java.util.List;

/**
 * The rules of a tier for one direction.
 *
 * @param isolated the classes to which the rest is denied
 */
record CompiledTier(Tier tier, List<RankGroup> groups, BitSet isolated) {}
