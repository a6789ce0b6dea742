package dev.bartizan.network.intents;

import dev.bartizan.network.model.Pod;
import java.util.Optional;

/**
 * Somebody who takes part in connections.
 *
 * @param party number of the class
 * @param asset index of the workload; {@link #OUTSIDE} for who is none
 * @param pod of a workload
 */
public record Participant(int party, int asset, String label, Optional<Pod> pod) {
    /** Instead of an asset. Those outside are one: what they do among themselves is nobody's intent. */
    public static final int OUTSIDE = -1;

    /** Instead of an asset, for a pod that somebody could start. */
    static final int IMPOSTOR = -2;

    boolean isWorkload() {
        return asset >= 0;
    }
}
