package dev.bartizan.network.suggest;

import dev.bartizan.network.model.PortSet;

/**
 * Ports of a connection that the policies were asked about again.
 *
 * @param from for a reader: {@code shop/web[Deployment]}, a range of addresses
 * @param why it is so
 */
record Pair(String from, String to, PortSet ports, Status status, String why) {
    /** What came out. */
    enum Status {
        /** Meant and allowed. */
        INTENDED("intended"),
        /** Meant, and allowed if an assumption about addresses holds. */
        ASSUMED("intended, rests on an assumption"),
        /** Meant, and denied by policies that stay. */
        DENIED_BY_OTHERS("intended, denied by policies that stay"),
        /** Meant and denied by the policies that were made for it. */
        MISSING("missing"),
        /** Not meant, and allowed because no label tells the workloads apart. */
        LABELS("extra, forced by labels"),
        /** Not meant, and beyond what policies of this kind can deny. */
        KIND("extra, beyond this kind of policy"),
        /** Not meant, and allowed if a block of addresses holds the address of a pod. */
        ADDRESSES("extra, rests on an assumption"),
        /** Not meant, and allowed by other policies or because no policy applies. */
        OTHER("extra");

        private final String said;

        Status(String said) {
            this.said = said;
        }

        String said() {
            return said;
        }
    }
}
