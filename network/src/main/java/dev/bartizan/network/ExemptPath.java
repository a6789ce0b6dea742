package dev.bartizan.network;

import dev.bartizan.source.Location;
import java.util.Comparator;

/**
 * A way of a workload that the network policies of the cluster do not cover.
 *
 * @param asset the dense index of the workload
 * @param name what it leads through: the network, the device, the container
 * @param evidence where it is written
 */
public record ExemptPath(int asset, Kind kind, String name, Location evidence) implements Comparable<ExemptPath> {
    private static final Comparator<ExemptPath> ORDER = Comparator.comparingInt(ExemptPath::asset)
            .thenComparing(ExemptPath::kind)
            .thenComparing(ExemptPath::name);

    /** Why policies do not cover it. */
    public enum Kind {
        /** It has the addresses of its node: policies do not see it as a pod. */
        HOST_NETWORK("the host network"),
        /** It may change the filters of its node. */
        PRIVILEGED("a privileged container"),
        /** A device or a network of devices (RDMA, SR-IOV, EFA) moves data past the kernel. */
        FABRIC("a fabric"),
        /** A further interface, about which only policies for that network say something. */
        SECONDARY_NETWORK("a secondary network");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For a reader: {@code the host network}. */
        public String words() {
            return words;
        }
    }

    @Override
    public int compareTo(ExemptPath other) {
        return ORDER.compare(this, other);
    }
}
