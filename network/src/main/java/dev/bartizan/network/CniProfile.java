package dev.bartizan.network;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Assumptions.Blocks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose reading of the specifications counts where they leave something open. */
public enum CniProfile {
    /**
     * The specifications as they are: a block of addresses matches the pods whose addresses lie in it (as the end-to-end tests of Kubernetes expect), and
     * which those are no file tells; pods on the host network are seen as their node, and the node of a pod may always reach it.
     */
    KUBERNETES("the specifications of Kubernetes"),
    /** Pods and nodes have identities, and blocks of addresses match neither (Cilium, layer 3 policies). */
    CILIUM("Cilium"),
    /** Blocks match the addresses of packets, whoever has them; policies of one order are asked by their names. */
    CALICO("Calico"),
    /** Blocks match the addresses of packets; nobody knows which of two policies with one priority is asked first. */
    ANTREA("Antrea"),
    /** The network policy agent of the Amazon VPC CNI matches the addresses of packets. */
    AWS("the Amazon VPC CNI"),
    /** As np-guard's netpol-analyzer answers: a block of addresses never matches pods, and pods on the host network are like all others. */
    NP_GUARD("np-guard"),
    /** Each of the plugins: what they answer differently stays open. */
    ALL("any network plugin");

    private final String title;

    CniProfile(String title) {
        this.title = title;
    }

    /** As the command line writes it: {@code np-guard}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CniProfile> of(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(word))
                .findFirst();
    }

    /** For a reader: {@code Cilium}. */
    String title() {
        return title;
    }

    Assumptions assumptions() {
        return switch (this) {
            case KUBERNETES, ANTREA, AWS -> new Assumptions(true, true, false);
            case CALICO -> new Assumptions(true, true, true);
            case CILIUM -> new Assumptions(false, true, false);
            case NP_GUARD -> new Assumptions(false, false, false);
            case ALL -> new Assumptions(Blocks.NOT_KNOWN, true, false);
        };
    }
}
