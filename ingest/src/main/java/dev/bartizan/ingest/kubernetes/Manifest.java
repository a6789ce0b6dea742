package dev.bartizan.ingest.kubernetes;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;

/**
 * A Kubernetes object as it is written.
 *
 * @param prefix the JSON pointer of the object within its document; empty unless it is an item of a list
 * @param group the API group, {@code core} for the core group
 * @param version the API version without the group
 */
record Manifest(Mapping root, String prefix, String group, String version, String kind) {

    String file() {
        return root.file().name();
    }

    Location location() {
        return root.location(prefix);
    }

    Node metadata() {
        return root.get("metadata");
    }

    /** The document's pointer of a place within this object, {@code /spec/selector}. */
    String pointer(String within) {
        return prefix.isEmpty() ? within : prefix + within;
    }

    boolean is(String otherGroup, String otherKind) {
        return kind.equals(otherKind) && group.equals(otherGroup);
    }

    /** {@code apps/Deployment}. */
    String groupAndKind() {
        return group + "/" + kind;
    }
}
