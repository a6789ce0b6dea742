package dev.bartizan.network.exposure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one side of a workload is open to besides the pods that exist.
 *
 * @param isProtected whether some policy says anything about this side
 * @param byPeer ports by those who are let through: {@code entire-cluster}, {@code shop/[pod with {app=web}]}
 */
public record Exposed(boolean isProtected, SortedMap<String, String> byPeer) {
    public Exposed {
        byPeer = Collections.unmodifiableSortedMap(new TreeMap<>(byPeer));
    }

    /** Whether there is anything to tell. */
    public boolean isNothing() {
        return isProtected && byPeer.isEmpty();
    }
}
