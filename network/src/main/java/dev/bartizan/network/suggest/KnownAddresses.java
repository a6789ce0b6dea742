package dev.bartizan.network.suggest;

import dev.bartizan.network.model.AddressRange;
import java.util.List;

/**
 * Addresses of the cluster itself, which no manifest tells.
 *
 * @param apiServer those of its API server, as pods see them after translation
 * @param nodes those of its machines
 */
public record KnownAddresses(List<AddressRange> apiServer, List<AddressRange> nodes) {
    public KnownAddresses {
        apiServer = List.copyOf(apiServer);
        nodes = List.copyOf(nodes);
    }
}
