package dev.bartizan.network.reading;

/**
 * A policy as it is written.
 *
 * @param id of the asset
 * @param group of its API
 * @param namespace {@code -} when it has none
 */
public record PolicyManifest(String id, String group, String kind, String namespace, String name, Written root) {

    /** {@code shop/deny-all}, or the name alone when it has no namespace. */
    public String fullName() {
        return namespace.equals("-") ? name : namespace + "/" + name;
    }
}
