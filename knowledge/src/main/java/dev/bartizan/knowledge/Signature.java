package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How a component is recognised, and what it does in an AI platform.
 *
 * @param layer where it is, if not where its role is
 * @param plane likewise
 * @param sidecar whether it usually accompanies another container: then it decides only when nothing else does
 * @param ports what its well-known ports are for, by number
 * @param sources public pages that say so
 */
public record Signature(
        String id,
        String name,
        String role,
        Optional<Layer> layer,
        Optional<Plane> plane,
        @Default("false") boolean sidecar,
        Match match,
        SortedMap<String, String> ports,
        @Required List<String> sources,
        Location location) {

    /**
     * Any of these is enough.
     *
     * @param images the last segments of an image repository, each perhaps with a {@code *} at its beginning or end: {@code nvidia/tritonserver}
     * @param kinds group and kind: {@code ray.io/RayCluster}
     * @param names values of the labels that carry a component's name: {@code app.kubernetes.io/name}, {@code app} and their like
     * @param labels other labels, {@code *} standing for any value
     * @param commands programs and Python modules that a container starts
     * @param environment variables that only this component reads
     * @param ports container ports that hardly anything else uses
     */
    public record Match(
            List<String> images,
            List<String> kinds,
            List<String> names,
            SortedMap<String, String> labels,
            List<String> commands,
            List<String> environment,
            List<Integer> ports) {
        public Match {
            if (images.isEmpty()
                    && kinds.isEmpty()
                    && names.isEmpty()
                    && labels.isEmpty()
                    && commands.isEmpty()
                    && environment.isEmpty()
                    && ports.isEmpty()) {
                throw new IllegalArgumentException("a signature matches on something");
            }
        }
    }

    /** The classification of an asset on which this was seen. */
    Classification classify(String seen, Vocabulary vocabulary) {
        Role known = vocabulary.role(role).orElseThrow();
        return new Classification(
                role,
                layer.or(known::layer),
                plane.or(known::plane),
                Optional.of(id),
                seen + " matches signature " + id + " at " + location.file() + ":" + location.line());
    }
}
