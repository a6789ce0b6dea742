package dev.bartizan.assess;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.CniProfile;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A platform before any analysis.
 *
 * @param networkProfile whose reading of policies counts, if {@code bartizan.yaml} says
 * @param intents what {@code bartizan.yaml} wants of connections
 * @param faults mistakes for which something of {@code bartizan.yaml} was not applied
 */
public record PlatformAnswer(
        Snapshot snapshot, Optional<CniProfile> networkProfile, List<Intent> intents, List<Problem> faults) {
    public PlatformAnswer {
        intents = List.copyOf(intents);
        faults = List.copyOf(faults);
    }
}
