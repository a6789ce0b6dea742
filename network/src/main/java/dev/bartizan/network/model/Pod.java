package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Pods of one template: they look alike to every policy.
 *
 * @param asset index of the workload that makes them
 * @param name of the workload, with the template if it has several
 * @param attributes what else policies may select it by, under keys that no label can have
 * @param ports that its containers name
 * @param isOnHostNetwork whether it has the addresses of its node, so that policies do not see it as a pod
 */
public record Pod(
        int asset,
        String namespace,
        String name,
        String kind,
        Map<String, String> labels,
        Map<String, String> attributes,
        SortedMap<String, List<PortMatch.Range>> ports,
        boolean isOnHostNetwork) {
    /** Of attributes: the name of the service account. */
    public static final String SERVICE_ACCOUNT = ":service-account";

    /** Of attributes: the name of the namespace. */
    public static final String NAMESPACE = ":namespace";

    /** Of attributes: who it is to a mesh, {@code cluster.local/ns/shop/sa/web}; absent when it can show nothing. */
    public static final String PRINCIPAL = ":principal";

    public Pod {
        labels = Map.copyOf(labels);
        attributes = Map.copyOf(attributes);
    }
}
