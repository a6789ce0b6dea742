package dev.bartizan.assess;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.CniProfile;
import java.util.Optional;

/**
 * A platform before any analysis.
 *
 * @param networkProfile whose reading of policies counts, if {@code bartizan.yaml} says
 */
public record PlatformAnswer(Snapshot snapshot, Optional<CniProfile> networkProfile) {}
