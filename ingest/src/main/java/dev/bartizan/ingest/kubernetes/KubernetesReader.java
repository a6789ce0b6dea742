package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.ingest.created.CreatedObjects;
import dev.bartizan.ingest.custom.CustomResources;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.ingest.dumps.Folding;
import dev.bartizan.ingest.links.ConfiguredLinks;
import dev.bartizan.ingest.objects.Examined;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.ingest.objects.Traits;
import dev.bartizan.ingest.routing.Routing;
import dev.bartizan.knowledge.Parties;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads Kubernetes objects into a draft of the platform: first who is who, then who refers to whom. */
public final class KubernetesReader {
    private final Signatures signatures;
    private final LinkKnowledge links;
    private final PlatformDraft draft = new PlatformDraft();
    private final Reports reports = new Reports();

    private KubernetesReader(Signatures signatures, LinkKnowledge links) {
        this.signatures = signatures;
        this.links = links;
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

    /** What tells links and who is at their other end. */
    public record LinkKnowledge(Vocabulary vocabulary, Parties parties, SettingNames names) {}

    /**
     * Reads these documents, each an object or a list of objects.
     *
     * @param clusterOfFile the name of the cluster that a file's objects belong to, {@code -} when nobody said
     */
    public static Answer read(
            List<Document> documents, UnaryOperator<String> clusterOfFile, Signatures signatures, LinkKnowledge links) {
        return new KubernetesReader(signatures, links).read(documents, clusterOfFile);
    }

    private Answer read(List<Document> documents, UnaryOperator<String> clusterOfFile) {
        List<Manifest> manifests = ManifestReader.read(documents, reports);
        var examiner = new Examiner(clusterOfFile, Scopes.of(manifests), signatures, reports);
        // Manifests do not know each other yet, and looking at each is half of the work.
        List<Examined> examined =
                manifests.parallelStream().map(examiner::examine).toList();
        List<Identified> written = Identities.assign(examined, reports);
        var effective = CustomResources.resolve(written, new Inventory(written), signatures, reports);
        var folding = Folding.of(effective.objects(), draft, reports);
        effective.link(draft);
        var inventory = new Inventory(folding.kept());
        var reading = ConfiguredLinks.read(folding.kept(), inventory, links.names());
        // Before the links: routes and addresses may name what a controller makes.
        CreatedObjects.add(folding.kept(), inventory, draft, signatures);
        List<Identified> workloads = workloads(folding);
        link(folding, workloads, reading, inventory);
        // What bindings and images refer to came to the draft on the way.
        draft.eachAsset(this::classifyReferred);
        return new Answer(draft, manifests.size(), draft.pods().size(), reports.problems());
    }

    private List<Identified> workloads(Folding folding) {
        var workloads = new ArrayList<Identified>();
        for (Identified entry : folding.kept()) {
            if (!entry.pods().isEmpty()) {
                workloads.add(entry);
                describe(entry.asset(), entry.examined().traits());
                pods(entry, folding.asides(entry));
            }
        }
        return workloads;
    }

    private void pods(Identified entry, List<PodTemplate.Aside> asides) {
        for (int i = 0; i < asides.size(); i++) {
            Pod pod = entry.pods().get(i);
            draft.pod(new PodDraft(
                    entry.asset(),
                    pod.metadata(),
                    pod.spec(),
                    pod.pointer(),
                    pod.shape(),
                    pod.sources(),
                    asides.get(i)));
        }
    }

    private void describe(AssetDraft asset, Traits traits) {
        if (!traits.images().isEmpty()) {
            draft.property(asset, "images", traits.images());
        }
        if (!traits.accelerators().isEmpty()) {
            draft.property(asset, "accelerators", traits.accelerators());
        }
    }

    private void link(
            Folding folding, List<Identified> workloads, ConfiguredLinks.Reading reading, Inventory inventory) {
        List<Identified> all = folding.kept();
        // Before the pods: a binding may be all that is known of a service account.
        Rights.resolve(all, inventory, draft, reports);
        new PodLinks(inventory, draft, reports).link(workloads);
        var services = new ServiceLinks(workloads, folding.observed(), inventory, draft, reports);
        for (Identified entry : all) {
            if (entry.manifest().is("core", "Service")) {
                services.expose(entry, selector(entry, "/spec/selector", "spec", "selector"));
            } else if (entry.manifest().kind().equals("InferencePool")) {
                services.expose(entry, poolSelector(entry));
            }
        }
        var externals = new ExternalParties(draft, links.parties(), links.names(), links.vocabulary());
        var headerTrust = ConfiguredLinks.link(all, reading, inventory, draft, externals, links.names(), reports);
        Routing.link(all, workloads, headerTrust, inventory, draft, externals, reports);
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
        if (asset.root().isEmpty() && asset.classification().equals(Classification.UNKNOWN)) {
            asset.classify(signatures.classifyKind(asset.group(), asset.kind()));
        }
    }
}
