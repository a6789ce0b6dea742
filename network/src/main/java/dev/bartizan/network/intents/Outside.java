package dev.bartizan.network.intents;

import dev.bartizan.network.model.AddressRange;
import java.util.Optional;

/**
 * Somebody outside of the cluster.
 *
 * @param addresses his own; empty when he is known by a name, whose addresses are public
 */
public record Outside(Optional<AddressRange> addresses) {
    /** Whether he can be reached at public addresses only. */
    public boolean isPublic() {
        return addresses.filter(PrivateAddresses::hold).isEmpty();
    }
}
