package dev.bartizan.network.flip;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.model.AddressRange;

/** One side of a connection, whatever the policies around it. */
public sealed interface End {
    /** A pod by its number in the cluster. */
    record OfPod(int pod) implements End {}

    /** Addresses outside. */
    record OfAddresses(AddressRange range) implements End {}

    /** Its number under an engine, whose policies may cut addresses in another way. */
    default int party(Engine engine) {
        return switch (this) {
            case OfPod(int pod) -> engine.partyOf(pod);
            case OfAddresses(AddressRange range) -> {
                for (int party = 0; party < engine.parties(); party++) {
                    boolean isRange = !engine.isPod(party)
                            && !engine.isOutsider(party)
                            && (engine.addressesOf(party).contains(range) || range.contains(engine.addressesOf(party)));
                    if (isRange) {
                        yield party;
                    }
                }
                throw new IllegalStateException("no addresses like " + range);
            }
        };
    }
}
