package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.Classification;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.ContentHash;
import dev.bartizan.ingest.objects.Examined;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Subject;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Examines manifests one by one; used by several threads at once. */
final class Examiner {
    private static final int NAME_DIGITS = 8;

    private final UnaryOperator<String> clusterOfFile;
    private final Scopes scopes;
    private final Signatures signatures;
    private final Reports reports;

    Examiner(UnaryOperator<String> clusterOfFile, Scopes scopes, Signatures signatures, Reports reports) {
        this.clusterOfFile = clusterOfFile;
        this.scopes = scopes;
        this.signatures = signatures;
        this.reports = reports;
    }

    Examined examine(Manifest manifest) {
        ApiGroups.check(manifest, reports);
        TypeCheck.check(manifest, reports);
        Node metadata = manifest.metadata();
        String cluster = clusterOfFile.apply(manifest.file());
        String namespace = scopes.namespace(manifest, metadata.get("namespace").text(""));
        String written = metadata.get("name").text("");
        String name = written.isEmpty()
                ? generatedName(manifest, metadata.get("generateName").text(""))
                : written;
        String id = AssetIds.of(cluster, manifest.group(), manifest.kind(), namespace, name);
        List<Pod> pods = PodReader.read(manifest, reports);
        return new Examined(
                manifest,
                manifest.location(),
                cluster,
                namespace,
                name,
                id,
                pods,
                classify(manifest, pods),
                images(pods),
                Accelerators.of(pods),
                opensNode(pods));
    }

    private String generatedName(Manifest manifest, String prefix) {
        if (prefix.isEmpty()) {
            reports.add(Problem.warning(
                    "no-name",
                    "This " + Clip.of(manifest.kind()) + " has no name.",
                    "give it metadata.name or metadata.generateName",
                    manifest.location()));
        }
        return "~" + prefix + ContentHash.of(manifest.root()).substring(0, NAME_DIGITS);
    }

    private Classification classify(Manifest manifest, List<Pod> pods) {
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
        return signatures.classify(new Subject(manifest.group(), manifest.kind(), labels, containers));
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
            if (pod.spec().get("hostNetwork").isTrue() || pod.running().stream().anyMatch(Examiner::hasHostPort)) {
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
