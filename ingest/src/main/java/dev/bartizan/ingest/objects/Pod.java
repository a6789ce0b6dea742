package dev.bartizan.ingest.objects;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod template that was found in a manifest.
 *
 * @param metadata the template's metadata; absent when it has none
 * @param spec the pod spec, or the container when it stands alone
 * @param pointer of the spec within its document
 * @param account what names the service account; absent when nothing does
 * @param volumes the list of volumes that its containers may mount
 * @param running the containers that run as long as the pod does
 * @param others those that prepare or debug it
 * @param sources the assets in whose manifests its values stand, its own among them; empty when it stands in its own as it is
 */
public record Pod(
        Node metadata,
        Mapping spec,
        String pointer,
        Shape shape,
        Place account,
        Place volumes,
        List<Container> running,
        List<Container> others,
        List<AssetDraft> sources) {

    /** A container and its pointer within the document. */
    public record Container(Mapping mapping, String pointer) {
        public Location location(Node value, String key) {
            return value.location(mapping.pointerOf(key, pointer));
        }
    }

    public static Pod of(Node metadata, Mapping spec, String pointer, Shape shape, Place account, Place volumes) {
        if (shape == Shape.CONTAINER) {
            var container = List.of(new Container(spec, pointer));
            return new Pod(metadata, spec, pointer, shape, account, volumes, container, List.of(), List.of());
        }
        var running = new ArrayList<Container>(2);
        var others = new ArrayList<Container>(0);
        for (int i = 0; i < spec.size(); i++) {
            switch (spec.key(i)) {
                case "containers" -> collect(spec, i, pointer, running);
                case "initContainers", "ephemeralContainers" -> collect(spec, i, pointer, others);
                default -> {}
            }
        }
        return new Pod(metadata, spec, pointer, shape, account, volumes, running, others, List.of());
    }

    private static void collect(Mapping spec, int entry, String pointer, List<Container> containers) {
        Node list = spec.value(entry);
        String ofList = spec.pointerOf(spec.key(entry), pointer);
        List<Node> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Mapping mapping) {
                containers.add(new Container(mapping, list.pointerOf(Integer.toString(i), ofList)));
            }
        }
    }

    /** The same pod, put together from the manifests of these assets. */
    public Pod from(List<AssetDraft> assets) {
        return new Pod(metadata, spec, pointer, shape, account, volumes, running, others, List.copyOf(assets));
    }

    /** The same pod with what its controller adds to its metadata. */
    public Pod with(Node otherMetadata) {
        return new Pod(otherMetadata, spec, pointer, shape, account, volumes, running, others, sources);
    }

    /** All containers, those that run first. */
    public List<Container> containers() {
        if (others.isEmpty()) {
            return running;
        }
        var all = new ArrayList<>(running);
        all.addAll(others);
        return all;
    }
}
