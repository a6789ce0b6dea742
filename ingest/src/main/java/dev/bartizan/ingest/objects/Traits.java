package dev.bartizan.ingest.objects;

import dev.bartizan.graph.Classification;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Subject;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the pods of a workload tell about it.
 *
 * @param images of its containers, sorted, separated by commas; empty when it has none
 * @param accelerators that its containers ask for, likewise
 * @param opensNode whether its pods listen on an address of their node
 */
public record Traits(Classification classification, String images, String accelerators, boolean opensNode) {

    public static Traits of(Manifest manifest, List<Pod> pods, Signatures signatures) {
        return new Traits(classify(manifest, pods, signatures), images(pods), Accelerators.of(pods), opensNode(pods));
    }

    private static Classification classify(Manifest manifest, List<Pod> pods, Signatures signatures) {
        if (pods.isEmpty()) {
            return signatures.classifyKind(manifest.group(), manifest.kind());
        }
        var containers = new ArrayList<Node>();
        for (Pod pod : pods) {
            pod.running().forEach(container -> containers.add(container.mapping()));
        }
        Node ofTemplate = pods.getFirst().metadata().get("labels");
        Node labels =
                ofTemplate instanceof Mapping ? ofTemplate : manifest.metadata().get("labels");
        Classification known = signatures.classify(new Subject(
                manifest.group(),
                manifest.kind(),
                manifest.metadata().get("name").text(""),
                labels,
                containers));
        return known.equals(Classification.UNKNOWN)
                ? Conduct.of(manifest.kind(), pods)
                        .map(conduct -> signatures.concluded(conduct.role(), conduct.reason()))
                        .orElse(known)
                : known;
    }

    private static String images(List<Pod> pods) {
        var images = new ArrayList<String>(2);
        for (Pod pod : pods) {
            for (Pod.Container container : pod.containers()) {
                container.mapping().get("image").text().ifPresent(images::add);
            }
        }
        return images.size() < 2 ? String.join("", images) : String.join(", ", new TreeSet<>(images));
    }

    private static boolean opensNode(List<Pod> pods) {
        for (Pod pod : pods) {
            if (pod.spec().get("hostNetwork").isTrue() || pod.running().stream().anyMatch(Traits::hasHostPort)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHostPort(Pod.Container container) {
        for (Node port : container.mapping().get("ports").items()) {
            if (port instanceof Mapping mapping && mapping.has("hostPort")) {
                return true;
            }
        }
        return false;
    }
}
