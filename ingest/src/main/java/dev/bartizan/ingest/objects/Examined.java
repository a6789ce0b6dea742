package dev.bartizan.ingest.objects;

import dev.bartizan.source.Location;
import java.util.List;

/**
 * What a manifest says on its own, before others are looked at.
 *
 * @param cluster the name of the cluster it belongs to
 * @param namespace {@code -} outside of namespaces
 * @param name with {@code ~} before a name that was made for it
 * @param id which manifests that say something else may share: what references to it say
 */
public record Examined(
        Manifest manifest,
        Location location,
        String cluster,
        String namespace,
        String name,
        String id,
        List<Pod> pods,
        Traits traits) {

    /** The same manifest with the pods that come of it once others are looked at. */
    public Examined with(List<Pod> effective, Traits theirs) {
        return new Examined(manifest, location, cluster, namespace, name, id, List.copyOf(effective), theirs);
    }
}
