package dev.bartizan.network.intents;

import dev.bartizan.network.model.AddressRange;
import java.util.List;
import java.util.Optional;

/** Addresses that nobody on the internet has (RFC 1918, 3927, 4193, 4291, 6598, 1122). */
final class PrivateAddresses {
    private static final List<AddressRange> BLOCKS = List.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "169.254.0.0/16",
                    "127.0.0.0/8",
                    "fc00::/7",
                    "fe80::/10",
                    "::1/128")
            .stream()
            .map(AddressRange::ofCidr)
            .flatMap(Optional::stream)
            .toList();

    private PrivateAddresses() {}

    /** Whether all of a range are private. */
    static boolean hold(AddressRange range) {
        return BLOCKS.stream().anyMatch(block -> block.contains(range));
    }
}
