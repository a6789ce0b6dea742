package dev.bartizan.network.model;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Set;

/**
 * A policy, ready to be evaluated.
 *
 * @param id of the asset
 * @param kind as it was written: NetworkPolicy, ClusterNetworkPolicy ...
 * @param name with its namespace, if it has one: {@code shop/deny-all}
 * @param subject the pods it is about
 * @param isolates the directions in which its pods are denied what no rule of the tier matches
 * @param rules in the order in which they are asked
 */
public record Policy(
        String id,
        String kind,
        String name,
        Tier tier,
        Rank rank,
        PodMatch subject,
        Set<Direction> isolates,
        List<Rule> rules,
        Location location) {
    public Policy {
        isolates = Set.copyOf(isolates);
        rules = List.copyOf(rules);
    }
}
