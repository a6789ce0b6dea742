package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All that decides who may connect to whom.
 *
 * @param namespaces by name, with their labels
 * @param policies in the order of their ids
 */
public record Cluster(List<Pod> pods, SortedMap<String, Map<String, String>> namespaces, List<Policy> policies) {
    public Cluster {
        pods = List.copyOf(pods);
        policies = List.copyOf(policies);
    }
}
