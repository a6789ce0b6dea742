package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.Classification;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Subject;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads Kubernetes objects into a draft of the platform: first who is who, then who refers to whom. */
public final class KubernetesReader {
    private final Signatures signatures;
    private final PlatformDraft draft = new PlatformDraft();
    private final Reports reports = new Reports();

    private KubernetesReader(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * What was read.
     *
     * @param objects how many objects stand in the documents, copies counted
     * @param pods how many pod templates they hold
     */
    public record Answer(PlatformDraft draft, int objects, int pods, List<Problem> problems) {
        public Answer {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads these documents, each an object or a list of objects.
     *
     * @param clusterOfFile the name of the cluster that a file's objects belong to, {@code -} when nobody said
     */
    public static Answer read(List<Document> documents, UnaryOperator<String> clusterOfFile, Signatures signatures) {
        return new KubernetesReader(signatures).read(documents, clusterOfFile);
    }

    private Answer read(List<Document> documents, UnaryOperator<String> clusterOfFile) {
        List<Manifest> manifests = ManifestReader.read(documents, reports);
        for (Manifest manifest : manifests) {
            ApiGroups.check(manifest, reports);
            TypeCheck.check(manifest, reports);
        }
        List<Identified> all = Identities.assign(manifests, clusterOfFile, Scopes.of(manifests), reports);
        all.forEach(entry -> draft.add(entry.asset()));
        var inventory = new Inventory(all);
        List<Workload> workloads = workloads(all, new Ownership(inventory, draft));
        link(all, workloads, inventory);
        // What bindings and images refer to came to the draft on the way.
        draft.assets().stream().filter(asset -> asset.root().isEmpty()).forEach(this::classifyReferred);
        return new Answer(draft, manifests.size(), draft.pods().size(), reports.problems());
    }

    private List<Workload> workloads(List<Identified> all, Ownership ownership) {
        var workloads = new ArrayList<Workload>();
        for (Identified entry : all) {
            boolean owned = ownership.isOwned(entry);
            List<Pod> pods = PodReader.read(entry.manifest(), reports);
            classify(entry, pods);
            if (!pods.isEmpty()) {
                var workload = new Workload(entry, pods);
                workloads.add(workload);
                describe(workload);
                if (!owned) {
                    pods.forEach(pod -> draft.pod(
                            new PodDraft(entry.asset(), pod.metadata(), pod.spec(), pod.pointer(), pod.shape())));
                }
            }
        }
        return workloads;
    }

    private void classify(Identified entry, List<Pod> pods) {
        Manifest manifest = entry.manifest();
        var containers = new ArrayList<Node>();
        for (Pod pod : pods) {
            pod.running().forEach(container -> containers.add(container.mapping()));
        }
        Node labels = new Absent(manifest.root(), "");
        if (!pods.isEmpty()) {
            Node ofTemplate = pods.getFirst().metadata().get("labels");
            labels = ofTemplate instanceof Mapping
                    ? ofTemplate
                    : manifest.metadata().get("labels");
        }
        entry.asset().classify(signatures.classify(new Subject(manifest.group(), manifest.kind(), labels, containers)));
    }

    private void describe(Workload workload) {
        AssetDraft asset = workload.entry().asset();
        var images = new TreeSet<String>();
        for (Pod pod : workload.pods()) {
            for (Pod.Container container : pod.containers()) {
                container.mapping().get("image").text().ifPresent(images::add);
            }
        }
        if (!images.isEmpty()) {
            draft.property(asset, "images", String.join(", ", images));
        }
        var accelerators = Accelerators.of(workload.pods());
        if (!accelerators.isEmpty()) {
            draft.property(asset, "accelerators", String.join(", ", accelerators));
        }
    }

    private void link(List<Identified> all, List<Workload> workloads, Inventory inventory) {
        // Before the pods: a binding may be all that is known of a service account.
        Rights.resolve(all, inventory, draft, reports);
        var pods = new PodLinks(inventory, draft, reports);
        workloads.forEach(pods::link);
        var services = new ServiceLinks(workloads, inventory, draft, reports);
        var routes = new RouteLinks(inventory, draft, reports);
        for (Identified entry : all) {
            if (entry.manifest().is("core", "Service")) {
                services.expose(entry, selector(entry, "/spec/selector", "spec", "selector"));
            } else if (entry.manifest().kind().equals("InferencePool")) {
                services.expose(entry, poolSelector(entry));
            } else {
                routes.link(entry);
            }
        }
        Exposure.resolve(all, workloads, draft);
    }

    /** A plain map of labels in its first version, a label selector since. */
    private static Place poolSelector(Identified entry) {
        Place labels = selector(entry, "/spec/selector/matchLabels", "spec", "selector", "matchLabels");
        return labels.node() instanceof Mapping ? labels : selector(entry, "/spec/selector", "spec", "selector");
    }

    private static Place selector(Identified entry, String pointer, String... keys) {
        return Place.of(entry.manifest().root().at(keys), entry.manifest().pointer(pointer));
    }

    private void classifyReferred(AssetDraft asset) {
        if (asset.classification().equals(Classification.UNKNOWN)) {
            asset.classify(signatures.classifyKind(asset.group(), asset.kind()));
        }
    }
}
