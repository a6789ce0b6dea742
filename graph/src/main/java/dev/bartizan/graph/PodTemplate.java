package dev.bartizan.graph;

import dev.bartizan.source.Node;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A pod that a workload makes, or is.
 *
 * @param asset the dense index of the workload
 * @param metadata the template's metadata; absent in custom resources that have none
 * @param spec the pod spec, or the mapping that stands for one (a lone container template has {@code containers} absent: see shape)
 * @param pointer the JSON pointer of {@code spec} within its document
 * @param shape how the mapping is to be read
 * @param sources dense indexes of the assets in whose manifests its values stand, its own among them; empty when it stands in its own as it is
 * @param aside what of it is not assessed here
 */
public record PodTemplate(
        int asset, Node metadata, Node spec, String pointer, Shape shape, List<Integer> sources, Aside aside) {
    public PodTemplate {
        sources = List.copyOf(sources);
    }

    /**
     * What of a pod is assessed elsewhere or is somebody else's: what its owner declares, and what was injected into it.
     *
     * @param settings whether the pod's own settings are
     * @param containers by list and position: {@code initContainers/0}
     */
    public record Aside(boolean settings, SortedSet<String> containers) {
        public static final Aside NONE = new Aside(false, new TreeSet<>());

        public Aside {
            containers = Collections.unmodifiableSortedSet(new TreeSet<>(containers));
        }

        /** Both. */
        public Aside with(Aside other) {
            var both = new TreeSet<>(containers);
            both.addAll(other.containers);
            return new Aside(settings || other.settings, both);
        }

        /** Whether the container at this position of this list is. */
        public boolean holds(String list, int position) {
            return !containers.isEmpty() && containers.contains(list + "/" + position);
        }
    }

    /** How the mapping of a template is to be read. */
    public enum Shape {
        /** A pod spec with containers. */
        POD,
        /** A container that stands alone, as a step of an Argo Workflow: {@code spec} is the container itself. */
        CONTAINER
    }
}
