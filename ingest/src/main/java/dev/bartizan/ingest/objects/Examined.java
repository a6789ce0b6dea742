package dev.bartizan.ingest.objects;

import dev.bartizan.graph.Classification;
import dev.bartizan.source.Location;
import java.util.List;

/**
 * What a manifest says on its own, before others are looked at.
 *
 * @param cluster the name of the cluster it belongs to
 * @param namespace {@code -} outside of namespaces
 * @param name with {@code ~} before a name that was made for it
 * @param id which manifests that say something else may share: what references to it say
 * @param images of its containers, sorted, separated by commas; empty when it has none
 * @param accelerators that its containers ask for, likewise
 * @param opensNode whether its pods listen on an address of their node
 */
public record Examined(
        Manifest manifest,
        Location location,
        String cluster,
        String namespace,
        String name,
        String id,
        List<Pod> pods,
        Classification classification,
        String images,
        String accelerators,
        boolean opensNode) {}
