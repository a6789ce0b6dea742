package dev.bartizan.graph;

import java.util.Optional;

/**
 * What an asset is in an AI platform, and why we think so.
 *
 * @param role a role of the vocabulary, or {@code unknown}
 * @param component the recognised product (a signature's id), if any
 * @param reason one sentence a user can check: which signature matched on which value
 */
public record Classification(
        String role, Optional<Layer> layer, Optional<Plane> plane, Optional<String> component, String reason) {
    public static final Classification UNKNOWN =
            new Classification("unknown", Optional.empty(), Optional.empty(), Optional.empty(), "no signature matches");
}
