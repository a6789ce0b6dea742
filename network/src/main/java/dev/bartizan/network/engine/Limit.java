package dev.bartizan.network.engine;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Requests;
import dev.bartizan.network.model.Rule;
import java.util.List;

/**
 * Ports that are open for some requests only.
 *
 * @param only those that rules let pass; none: all
 * @param without those that rules deny before
 * @param rules that say so, as they are asked
 */
public record Limit(List<PortMatch.Range> ports, List<Requests> only, List<Requests> without, List<OfRequests> rules) {
    public Limit {
        ports = List.copyOf(ports);
        only = List.copyOf(only);
        without = List.copyOf(without);
        rules = List.copyOf(rules);
    }

    /** A rule about some requests, and its policy. */
    public record OfRequests(Policy policy, Rule rule) {}
}
