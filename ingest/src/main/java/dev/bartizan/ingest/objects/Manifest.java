package dev.bartizan.ingest.objects;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;

/**
 * A Kubernetes object as it is written.
 *
 * @param prefix the JSON pointer of the object within its document; empty unless it is an item of a list
 */
public record Manifest(Mapping root, String prefix, ManifestType type) {

    /** The API group, {@code core} for the core group. */
    public String group() {
        return type.group();
    }

    /** The API version without the group. */
    public String version() {
        return type.version();
    }

    public String kind() {
        return type.kind();
    }

    public String file() {
        return root.file().name();
    }

    public Location location() {
        return root.location(prefix);
    }

    public Node metadata() {
        return root.get("metadata");
    }

    /** The document's pointer of a place within this object, {@code /spec/selector}. */
    public String pointer(String within) {
        return prefix.isEmpty() ? within : prefix + within;
    }

    public boolean is(String otherGroup, String otherKind) {
        return type.kind().equals(otherKind) && type.group().equals(otherGroup);
    }

    /** {@code apps/Deployment}. */
    public String groupAndKind() {
        return type.groupAndKind();
    }
}
