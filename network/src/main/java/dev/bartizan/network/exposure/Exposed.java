package dev.bartizan.network.exposure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one side of a workload is open to besides the pods that exist.
 *
 * @param isProtected whether some policy says anything about this side
 * @param byPeer ports by those who are let through, or kept out of what everybody else gets
 */
public record Exposed(boolean isProtected, SortedMap<Newcomer, String> byPeer) {
    /** Of a side that is not asked for, or that nobody new is let in or out of. */
    public static final Exposed NOTHING = new Exposed(true, new TreeMap<>());

    public Exposed {
        byPeer = Collections.unmodifiableSortedMap(new TreeMap<>(byPeer));
    }

    /** Whether there is anything to tell. */
    public boolean isNothing() {
        return isProtected && byPeer.isEmpty();
    }
}
