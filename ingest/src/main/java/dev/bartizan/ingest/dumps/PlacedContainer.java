package dev.bartizan.ingest.dumps;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A container of a pod.
 *
 * @param position its list and its place there: {@code initContainers/0}; empty when it stands alone
 */
record PlacedContainer(String position, Mapping mapping) {
    private static final List<String> LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    static List<PlacedContainer> of(Pod pod) {
        if (pod.shape() == Shape.CONTAINER) {
            return List.of(new PlacedContainer("", pod.spec()));
        }
        var containers = new ArrayList<PlacedContainer>();
        for (String list : LISTS) {
            List<Node> items = pod.spec().get(list).items();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Mapping mapping) {
                    containers.add(new PlacedContainer(list + "/" + i, mapping));
                }
            }
        }
        return containers;
    }

    String name() {
        return mapping.get("name").text("");
    }

    /** As it is written; empty when none is. */
    String image() {
        return mapping.get("image").text("");
    }
}
