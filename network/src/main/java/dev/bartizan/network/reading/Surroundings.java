package dev.bartizan.network.reading;

import java.util.Map;
import java.util.SortedMap;

/**
 * What readers of policies look at besides the policy itself.
 *
 * @param namespaces by name, with their labels
 */
public record Surroundings(
        Manifests manifests,
        Services services,
        SortedMap<String, Map<String, String>> namespaces,
        Complaints complaints) {}
