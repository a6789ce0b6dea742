package dev.bartizan.network.intended;

import dev.bartizan.network.model.AddressRange;
import java.util.List;

/**
 * Addresses of the cluster itself, which no manifest tells.
 *
 * @param apiServer those of its API server, as pods see them after translation
 * @param nodes those of its machines
 * @param outside private ones that are nobody's in the cluster
 */
public record KnownAddresses(List<AddressRange> apiServer, List<AddressRange> nodes, List<AddressRange> outside) {
    /** Nothing is known. */
    public static final KnownAddresses NONE = new KnownAddresses(List.of(), List.of(), List.of());

    public KnownAddresses {
        apiServer = List.copyOf(apiServer);
        nodes = List.copyOf(nodes);
        outside = List.copyOf(outside);
    }
}
