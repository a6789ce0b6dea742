package dev.bartizan.network.policies;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Node;
import java.util.Optional;

/** The workload that a pod says it was made for. */
public record PodOwner(String kind, String name) {

    /** The one that controls it. */
    static Optional<PodOwner> of(PodTemplate pod) {
        for (Node reference : pod.metadata().get("ownerReferences").items()) {
            String kind = reference.get("kind").text("");
            String name = reference.get("name").text("");
            if (reference.get("controller").isTrue() && !kind.isEmpty() && !name.isEmpty()) {
                return Optional.of(new PodOwner(kind, name));
            }
        }
        return Optional.empty();
    }
}
