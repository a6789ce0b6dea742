package dev.bartizan.ingest.kubernetes;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;

/**
 * A Kubernetes object as it is written.
 *
 * @param prefix the JSON pointer of the object within its document; empty unless it is an item of a list
 */
record Manifest(Mapping root, String prefix, ManifestType type) {

    /** The API group, {@code core} for the core group. */
    String group() {
        return type.group();
    }

    /** The API version without the group. */
    String version() {
        return type.version();
    }

    String kind() {
        return type.kind();
    }

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
        return type.kind().equals(otherKind) && type.group().equals(otherGroup);
    }

    /** {@code apps/Deployment}. */
    String groupAndKind() {
        return type.groupAndKind();
    }
}
