package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.objects.Identified;
import java.util.Set;

/** What an object is to the one that made it. */
final class Revisions {
    private static final Set<String> BUILT_IN = Set.of("core", "apps", "batch", "extensions");

    private Revisions() {}

    /** A ReplicaSet of a Deployment that runs nothing is kept by Kubernetes only so that one can go back to it. */
    static boolean isHistory(Identified entry) {
        return entry.manifest().is("apps", "ReplicaSet")
                && entry.manifest().root().at("spec", "replicas").text("").equals("0")
                && Owners.reference(entry)
                        .filter(reference ->
                                reference.node().get("kind").text("").equals("Deployment"))
                        .isPresent();
    }

    /** How near what this owner makes is to what it declares. */
    static ContainerLikeness likeness(Identified owner) {
        if (owner.manifest().is("apps", "Deployment")) {
            return ContainerLikeness.REVISION;
        }
        return BUILT_IN.contains(owner.manifest().group()) ? ContainerLikeness.COPY : ContainerLikeness.COMPLETED;
    }
}
