package dev.bartizan.ingest.custom;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.custom.CustomResources.Use;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A custom resource while its effective pods are worked out: what it says, what it refers to, what came of it. */
final class Resource {
    private final Identified entry;
    private final Inventory inventory;
    private final Reports reports;
    private final Merge merge;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final Set<AssetDraft> bases = new HashSet<>();
    private final Set<Node> consumed = Collections.newSetFromMap(new IdentityHashMap<>());

    Resource(Identified entry, Inventory inventory, Merge merge, Reports reports) {
        this.entry = entry;
        this.inventory = inventory;
        this.merge = merge;
        this.reports = reports;
    }

    Identified entry() {
        return entry;
    }

    Merge merge() {
        return merge;
    }

    Reports reports() {
        return reports;
    }

    Place root() {
        return rootOf(entry);
    }

    static Place rootOf(Identified other) {
        return Place.of(other.manifest().root(), other.manifest().pointer(""));
    }

    Place spec() {
        return root().get("spec");
    }

    /** The object of this name, if the input has it. */
    Optional<Identified> find(String group, String kind, String namespace, String name) {
        return inventory.find(entry, group, kind, namespace, name);
    }

    void uses(Identified base, Place evidence) {
        if (bases.add(base.asset())) {
            merge.inherit(base.manifest().root().get("spec"));
        }
        uses.add(new Use(entry.asset(), base.asset(), evidence.location()));
    }

    /** Notes that what is named here is not in the input, unless the name is still open. */
    void lacks(String kind, Place name) {
        if (!name.isOpen()) {
            reports.missing(kind, name.location());
        }
    }

    /** Whatever the structural search finds here is part of a pod that was made of it. */
    void consume(Place place) {
        if (place.node() instanceof Mapping mapping) {
            consumed.add(mapping);
        }
        place.node().items().forEach(consumed::add);
    }

    boolean isConsumed(Node node) {
        return consumed.contains(node);
    }

    /**
     * Adds an effective pod.
     *
     * @param bases what it takes its values from, other than this resource
     */
    void pod(Place metadata, Place spec, List<Identified> bases) {
        if (!(spec.node() instanceof Mapping mapping)) {
            return;
        }
        Place account = spec.get("serviceAccountName");
        Place named = account.node().hasValue() ? account : spec.get("serviceAccount");
        var sources = new ArrayList<AssetDraft>();
        sources.add(entry.asset());
        bases.stream()
                .map(Identified::asset)
                .filter(base -> !sources.contains(base))
                .forEach(sources::add);
        pods.add(Pod.of(metadata.node(), mapping, spec.pointer(), Shape.POD, named, spec.get("volumes"))
                .from(sources));
    }

    List<Pod> pods() {
        return pods;
    }

    List<Use> uses() {
        return uses;
    }
}
