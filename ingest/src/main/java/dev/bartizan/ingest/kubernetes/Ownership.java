package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Optional;

/**
 * In a dump of a live cluster a Deployment comes back with its ReplicaSets and their Pods. What a controller made is told from what somebody declared by
 * the controller's UID, which only the API server knows: a hand-written owner cannot hide a pod.
 */
final class Ownership {
    private final Inventory inventory;
    private final PlatformDraft draft;

    Ownership(Inventory inventory, PlatformDraft draft) {
        this.inventory = inventory;
        this.draft = draft;
    }

    /** Whether a controller in the input made this object; it is then linked to it. */
    boolean isOwned(Identified entry) {
        if (!(entry.manifest().metadata() instanceof Mapping metadata) || !metadata.has("ownerReferences")) {
            return false;
        }
        Place references =
                Place.of(metadata.get("ownerReferences"), entry.manifest().pointer("/metadata/ownerReferences"));
        for (int i = 0; i < references.items(); i++) {
            Place reference = references.item(i);
            Optional<Identified> owner =
                    reference.node().get("controller").isTrue() ? owner(entry, reference.node()) : Optional.empty();
            if (owner.isPresent()) {
                draft.link(owner.get().asset(), entry.asset(), "owns", reference.location());
                return true;
            }
        }
        return false;
    }

    private Optional<Identified> owner(Identified entry, Node reference) {
        String apiVersion = reference.get("apiVersion").text("");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "core" : apiVersion.substring(0, slash);
        String kind = reference.get("kind").text("");
        String name = reference.get("name").text("");
        String uid = reference.get("uid").text("");
        return inventory
                .find(entry, group, kind, entry.namespace(), name)
                .or(() -> inventory.find(entry, group, kind, "-", name))
                .filter(owner -> !uid.isEmpty())
                .filter(owner -> owner.manifest().metadata().get("uid").text("").equals(uid));
    }
}
