package dev.bartizan.knowledge;

import dev.bartizan.source.Location;

/** A well-known trust zone. Platforms may have others, if they say how far they trust them. */
public record Zone(String id, Trust trust, String meaning, Location location) {
    /** How far what is in a zone is trusted, from not at all. */
    public enum Trust {
        UNTRUSTED,
        PARTNER,
        EXPOSED,
        INTERNAL,
        RESTRICTED
    }
}
