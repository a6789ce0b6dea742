package dev.bartizan.ingest.routing;

import java.util.Locale;

/** Who may connect, from the nearest. */
enum Reach {
    CLUSTER,
    /** The network of the nodes: node ports, and load balancers that are not for the internet. */
    NODE,
    OUTSIDE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
