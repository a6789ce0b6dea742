package dev.bartizan.ingest.created;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.knowledge.Creation;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.List;

/** Adds the objects that controllers make of custom resources, as {@code creates} of the signatures says, unless the input holds them. */
public final class CreatedObjects {
    private static final String DERIVED = "derived";

    private static final String MADE_UP_NAME = "~";

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final Signatures signatures;

    private CreatedObjects(Inventory inventory, PlatformDraft draft, Signatures signatures) {
        this.inventory = inventory;
        this.draft = draft;
        this.signatures = signatures;
    }

    /** Adds what comes of these. */
    public static void add(List<Identified> all, Inventory inventory, PlatformDraft draft, Signatures signatures) {
        var created = new CreatedObjects(inventory, draft, signatures);
        all.forEach(created::createdBy);
    }

    private void createdBy(Identified resource) {
        for (Creation creation : signatures.creations(resource.manifest().groupAndKind())) {
            if (isMade(creation, resource)) {
                make(creation, resource);
            }
        }
    }

    private static boolean isMade(Creation creation, Identified resource) {
        return !resource.examined().name().startsWith(MADE_UP_NAME)
                && creation.when()
                        .map(path ->
                                resource.manifest().root().at(path.split("\\.")).hasValue())
                        .orElse(true);
    }

    private void make(Creation creation, Identified resource) {
        String owner = resource.examined().name();
        String name = creation.named()
                .flatMap(
                        path -> resource.manifest().root().at(path.split("\\.")).text())
                .orElseGet(() -> creation.nameFor(owner, resource.namespace()));
        String namespace = creation.namespaceFor(owner, resource.namespace());
        if (inventory
                .find(resource, creation.group(), creation.kindName(), namespace, name)
                .isPresent()) {
            return;
        }
        Location evidence = evidence(resource);
        String id = AssetIds.of(resource.cluster(), creation.group(), creation.kindName(), namespace, name);
        AssetDraft made = draft.asset(
                id, () -> AssetDraft.referred(id, creation.kindName(), creation.group(), namespace, name, evidence));
        if (draft.property(made, DERIVED).isEmpty()) {
            draft.property(made, DERIVED, reason(creation, resource));
        }
        draft.link(resource.asset(), made, "owns", evidence);
        if (creation.exposes()) {
            draft.link(made, resource.asset(), "exposes", evidence);
        }
    }

    /** The name of the resource, which theirs are made of. */
    private static Location evidence(Identified resource) {
        Node name = resource.manifest().metadata().get("name");
        return name.location(resource.manifest().pointer("/metadata/name"));
    }

    private static String reason(Creation creation, Identified resource) {
        return resource.manifest().kind() + " " + resource.asset().name() + ": " + creation.why();
    }
}
