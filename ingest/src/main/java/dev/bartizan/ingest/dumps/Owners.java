package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.ManifestType;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which object of the input made which. An owner is known by its UID, which only the API server gives: a hand-written owner makes nothing. Objects that
 * own each other in a circle were made by nobody.
 */
final class Owners {
    private final Map<String, Identified> byUid = new HashMap<>();
    private final Map<AssetDraft, Owner> owners = new HashMap<>();
    private final boolean isDump;

    /** The controller that made an object, and what says so. */
    record Owner(Identified object, Location evidence) {}

    /** A controller as the object names it, be it in the input or not. */
    record Reference(Node node, Location location) {
        String uid() {
            return node.get("uid").text("");
        }
    }

    Owners(List<Identified> all) {
        isDump = all.parallelStream()
                .anyMatch(entry -> entry.manifest().metadata().get("uid").isPresent());
        if (!isDump) {
            return;
        }
        for (Identified entry : all) {
            entry.manifest().metadata().get("uid").text().ifPresent(uid -> byUid.putIfAbsent(uid, entry));
        }
        for (Identified entry : all) {
            reference(entry)
                    .flatMap(reference -> owner(entry, reference))
                    .ifPresent(owner -> owners.put(entry.asset(), owner));
        }
        breakCircles();
    }

    /** Whether anything carries a UID. Where nothing does, people wrote it all, and nobody made anything. */
    boolean isDump() {
        return isDump;
    }

    Optional<Owner> of(Identified entry) {
        return Optional.ofNullable(owners.get(entry.asset()));
    }

    /** The reference that the object's controller left. */
    static Optional<Reference> reference(Identified entry) {
        if (!(entry.manifest().metadata() instanceof Mapping metadata) || !metadata.has("ownerReferences")) {
            return Optional.empty();
        }
        List<Node> references = metadata.get("ownerReferences").items();
        for (int i = 0; i < references.size(); i++) {
            Node reference = references.get(i);
            if (reference.get("controller").isTrue()) {
                String pointer = entry.manifest().pointer("/metadata/ownerReferences/" + i);
                return Optional.of(new Reference(reference, reference.location(pointer)));
            }
        }
        return Optional.empty();
    }

    private Optional<Owner> owner(Identified entry, Reference reference) {
        return Optional.ofNullable(byUid.get(reference.uid()))
                .filter(owner -> owner.cluster().equals(entry.cluster()))
                .filter(owner -> owner.namespace().equals(entry.namespace())
                        || owner.namespace().equals("-"))
                .filter(owner -> isNamed(reference.node(), owner))
                .map(owner -> new Owner(owner, reference.location()));
    }

    private static boolean isNamed(Node reference, Identified owner) {
        var type = ManifestType.of(
                reference.get("apiVersion").text(""), reference.get("kind").text(""));
        return owner.manifest().is(type.group(), type.kind())
                && owner.asset().name().equals(reference.get("name").text(""));
    }

    private void breakCircles() {
        Set<AssetDraft> settled = new HashSet<>();
        for (AssetDraft start : List.copyOf(owners.keySet())) {
            var way = new LinkedHashSet<AssetDraft>();
            AssetDraft at = start;
            while (owners.containsKey(at) && !settled.contains(at) && way.add(at)) {
                at = owners.get(at).object().asset();
            }
            if (way.contains(at)) {
                breakCircle(at);
            }
            settled.addAll(way);
        }
    }

    private void breakCircle(AssetDraft start) {
        Optional<Owner> next = Optional.ofNullable(owners.remove(start));
        while (next.isPresent()) {
            next = Optional.ofNullable(owners.remove(next.get().object().asset()));
        }
    }
}
