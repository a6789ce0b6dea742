package dev.bartizan.testkit.dump;

import java.util.Optional;

/** Where the pod template of a workload stands. */
final class Template {
    private Template() {}

    /** The mapping that holds metadata and spec of the pod; a Pod is its own. */
    static Optional<Tree> of(Tree object) {
        return switch (object.text("kind")) {
            case "Pod" -> Optional.of(object);
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" -> object.find("spec", "template");
            case "CronJob" -> object.find("spec", "jobTemplate", "spec", "template");
            case String _ -> Optional.empty();
        };
    }
}
