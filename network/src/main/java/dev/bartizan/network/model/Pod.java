package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Pods of one template: they look alike to every policy.
 *
 * @param asset index of the workload that makes them
 * @param name of the workload, with the template if it has several
 * @param ports that its containers name
 * @param isOnHostNetwork whether it has the addresses of its node, so that policies do not see it as a pod
 */
public record Pod(
        int asset,
        String namespace,
        String name,
        String kind,
        Map<String, String> labels,
        SortedMap<String, List<PortMatch.Range>> ports,
        boolean isOnHostNetwork) {
    public Pod {
        labels = Map.copyOf(labels);
    }
}
