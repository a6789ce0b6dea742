package dev.bartizan.network.suggest;

import java.util.List;

/**
 * All that a segment may do, and nothing else.
 *
 * @param name that no other policy of the namespace has
 */
record SuggestedPolicy(String name, Segment subject, List<SuggestedRule> ingress, List<SuggestedRule> egress) {
    SuggestedPolicy {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
