package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.ContentHash;
import dev.bartizan.ingest.objects.Examined;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.ingest.objects.Traits;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.List;
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
        OpenParameters.report(manifest, pods, reports);
        return new Examined(
                manifest,
                manifest.location(),
                cluster,
                namespace,
                name,
                id,
                pods,
                Traits.of(manifest, pods, signatures));
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
}
