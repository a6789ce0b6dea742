package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.PortSet;
import java.util.List;

/**
 * What a policy is to allow.
 *
 * @param reasons why, each once
 */
record SuggestedRule(RulePeer peer, PortSet ports, List<Reason> reasons) {
    SuggestedRule {
        reasons = List.copyOf(reasons);
    }
}
