package dev.bartizan.ingest.links;

/**
 * What one container, or the fields of one resource, say.
 *
 * @param mounts which paths lie on volume claims
 */
record Spoken(Mentions mentions, Mounts mounts) {}
