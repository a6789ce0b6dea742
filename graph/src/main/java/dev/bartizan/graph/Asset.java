package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.List;

/**
 * A node of the system graph.
 *
 * @param id as DESIGN's identity: {@code k8s:<cluster>/<group>/<kind>/<namespace>/<name>} with {@code core} for the core group
 * @param kind what the source calls it: Deployment, RayCluster
 * @param group the API group without its version, {@code core} for the core group; empty outside Kubernetes
 * @param version the API version as written, without the group
 * @param namespace {@code -} for cluster scope
 * @param zone the trust zone; the namespace unless something says otherwise, {@code -} when there is none
 * @param locations every place that declares it, sorted, the first being the one to show
 */
public record Asset(
        String id,
        String kind,
        String group,
        String version,
        String namespace,
        String name,
        String zone,
        Classification classification,
        List<Location> locations) {
    public Asset {
        locations = List.copyOf(locations);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException(id + " has no location");
        }
    }

    public Location location() {
        return locations.getFirst();
    }

    public Asset withClassification(Classification other) {
        return new Asset(id, kind, group, version, namespace, name, zone, other, locations);
    }

    public Asset withZone(String other) {
        return new Asset(id, kind, group, version, namespace, name, other, classification, locations);
    }
}
