package dev.bartizan.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose reading of the specifications counts where they leave something open. */
public enum CniProfile {
    /**
     * The specifications as they are: a block of addresses matches the pods whose addresses lie in it (as the end-to-end tests of Kubernetes expect), and
     * which those are no file tells; pods on the host network are seen as their node, and the node of a pod may always reach it.
     */
    KUBERNETES,
    /** As np-guard's netpol-analyzer answers: a block of addresses never matches pods, and pods on the host network are like all others. */
    NP_GUARD;

    /** As the command line writes it: {@code np-guard}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CniProfile> of(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(word))
                .findFirst();
    }
}
