package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;

/** Finds the pods of a manifest: at their known place in the kinds of Kubernetes, by their structure in all others. */
final class PodReader {
    private PodReader() {}

    static List<Pod> read(Manifest manifest, Reports reports) {
        if (ApiGroups.hasWorkloads(manifest.group())) {
            Optional<String> path = path(manifest.kind());
            if (path.isPresent()) {
                return pod(manifest, path.get(), reports).map(List::of).orElse(List.of());
            }
        }
        return PodSearch.mayHoldPods(manifest) ? PodSearch.search(manifest) : List.of();
    }

    /** Where the template of a workload stands; empty for a Pod, which is its own. */
    private static Optional<String> path(String kind) {
        return switch (kind) {
            case "Pod" -> Optional.of("");
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job" ->
                Optional.of("/spec/template");
            case "CronJob" -> Optional.of("/spec/jobTemplate/spec/template");
            case "PodTemplate" -> Optional.of("/template");
            default -> Optional.empty();
        };
    }

    private static Optional<Pod> pod(Manifest manifest, String path, Reports reports) {
        Node template = manifest.root();
        for (String key : path.split("/", -1)) {
            template = key.isEmpty() ? template : template.get(key);
        }
        if (!(template.get("spec") instanceof Mapping spec)) {
            reportMissing(manifest, template, path, reports);
            return Optional.empty();
        }
        String pointer = manifest.pointer(path + "/spec");
        var place = Place.of(spec, pointer);
        Place account = place.get("serviceAccountName");
        // The older name of the same field; the API server still takes it.
        Place named = account.node().hasValue() ? account : place.get("serviceAccount");
        return Optional.of(Pod.of(template.get("metadata"), spec, pointer, Shape.POD, named, place.get("volumes")));
    }

    /** A wrong type is told by {@link TypeCheck}. */
    private static void reportMissing(Manifest manifest, Node template, String path, Reports reports) {
        if (!template.get("spec").hasValue()) {
            reports.add(Problem.warning(
                    "no-pod",
                    "This " + manifest.kind() + " has no pod" + (path.isEmpty() ? " spec." : " template."),
                    "write it at " + (path + "/spec").substring(1).replace('/', '.'),
                    manifest.location()));
        }
    }
}
