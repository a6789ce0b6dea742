package dev.bartizan.graph;

import dev.bartizan.source.Node;
import java.util.List;

/**
 * A pod that a workload makes, or is.
 *
 * @param asset the dense index of the workload
 * @param metadata the template's metadata; absent in custom resources that have none
 * @param spec the pod spec, or the mapping that stands for one (a lone container template has {@code containers} absent: see shape)
 * @param pointer the JSON pointer of {@code spec} within its document
 * @param shape how the mapping is to be read
 * @param sources dense indexes of the assets in whose manifests its values stand, its own among them; empty when it stands in its own as it is
 */
public record PodTemplate(int asset, Node metadata, Node spec, String pointer, Shape shape, List<Integer> sources) {
    public PodTemplate {
        sources = List.copyOf(sources);
    }

    /** How the mapping of a template is to be read. */
    public enum Shape {
        /** A pod spec with containers. */
        POD,
        /** A container that stands alone, as a step of an Argo Workflow: {@code spec} is the container itself. */
        CONTAINER
    }
}
