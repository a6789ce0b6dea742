package dev.bartizan.network.engine;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.BitSet;

/**
 * A rule over classes.
 *
 * @param subjects the classes its policy selects
 * @param peers that certainly match
 * @param maybePeers that match if an assumption holds
 * @param ports for each receiving class
 */
record CompiledRule(Policy policy, Rule rule, BitSet subjects, BitSet peers, BitSet maybePeers, PortSets ports) {

    long[] portsOf(int receiver) {
        return ports.of(receiver);
    }

    boolean matchesPeer(int party, boolean withMaybe) {
        return peers.get(party) || (withMaybe && maybePeers.get(party));
    }
}
