package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.knowledge.SettingNames;
import java.util.Optional;
import java.util.Set;

/** Finds what a host name means within the cluster, as its name service does: first in the caller's own namespace. */
final class Targets {
    private static final int MOST_LABELS = 12;

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final SettingNames names;
    private final Set<String> namespaces;

    Targets(Inventory inventory, PlatformDraft draft, SettingNames names, Set<String> namespaces) {
        this.inventory = inventory;
        this.draft = draft;
        this.names = names;
        this.namespaces = namespaces;
    }

    /** What a host name turned out to be. */
    sealed interface Meaning {
        /** Something of this cluster. */
        record Inside(AssetDraft asset) implements Meaning {}

        /** A name of the cluster that nothing in the input has. */
        record Missing() implements Meaning {}

        /** A host of the outside world. */
        record Outside() implements Meaning {}

        /** A word that means nothing here, or the component itself. */
        record Nothing() implements Meaning {}
    }

    Meaning meaning(Identified from, String host) {
        String[] labels = host.split("\\.", MOST_LABELS + 1);
        if (labels.length > MOST_LABELS || isNumber(labels[labels.length - 1]) || host.equals("localhost")) {
            return new Meaning.Nothing();
        }
        int mark = cluster(labels);
        if (mark > 0) {
            return mark < 2 || mark > 3 ? new Meaning.Nothing() : qualified(from, labels, mark);
        }
        Optional<AssetDraft> found = unqualified(from, labels);
        if (found.isPresent()) {
            return new Meaning.Inside(found.get());
        }
        if (labels.length == 2 && namespaces.contains(labels[1])) {
            return new Meaning.Missing();
        }
        return labels.length > 1 && names.isTopLevelDomain(labels[labels.length - 1])
                ? new Meaning.Outside()
                : new Meaning.Nothing();
    }

    /** {@code service.namespace.svc}, perhaps with a pod before it and the cluster's domain behind it. */
    private Meaning qualified(Identified from, String[] labels, int mark) {
        return service(from, labels[mark - 1], labels[mark - 2])
                .<Meaning>map(Meaning.Inside::new)
                .orElseGet(Meaning.Missing::new);
    }

    /** {@code service}, {@code service.namespace}, or one pod of a service: {@code redis-0.redis}, {@code redis-0.redis.namespace}. */
    private Optional<AssetDraft> unqualified(Identified from, String[] labels) {
        return switch (labels.length) {
            case 1 -> service(from, from.namespace(), labels[0]);
            case 2 ->
                isPod(labels[0])
                        ? service(from, from.namespace(), labels[1]).or(() -> service(from, labels[1], labels[0]))
                        : service(from, labels[1], labels[0]);
            case 3 -> isPod(labels[0]) ? service(from, labels[2], labels[1]) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<AssetDraft> service(Identified from, String namespace, String name) {
        return inventory
                .find(from, "core", "Service", namespace, name)
                .map(Identified::asset)
                .or(() -> draft.find(AssetIds.of(from.cluster(), "core", "Service", namespace, name)))
                .or(() -> made(from, namespace, name));
    }

    /** A service that the controller of a custom resource makes under a name we know. */
    private Optional<AssetDraft> made(Identified from, String namespace, String name) {
        for (SettingNames.MadeService made : names.madeServices()) {
            if (name.length() > made.suffix().length() && name.endsWith(made.suffix())) {
                String owner = name.substring(0, name.length() - made.suffix().length());
                Optional<Identified> found = inventory.find(from, made.group(), made.kind(), namespace, owner);
                if (found.isPresent()) {
                    return found.map(Identified::asset);
                }
            }
        }
        return Optional.empty();
    }

    /** Where {@code svc} stands, 1 where it has no meaning; -1 when the name is not one of the cluster. */
    private static int cluster(String[] labels) {
        for (int i = 1; i < labels.length; i++) {
            if (labels[i].equals("svc")) {
                return i;
            }
        }
        return labels[labels.length - 1].equals("local") && labels.length > 2 ? 1 : -1;
    }

    private static boolean isPod(String label) {
        int hyphen = label.lastIndexOf('-');
        return hyphen > 0 && isNumber(label.substring(hyphen + 1));
    }

    private static boolean isNumber(String label) {
        return !label.isEmpty() && label.chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }
}
