package dev.bartizan.network.mesh;

import java.util.Locale;

/** What of the mesh stands before a pod. */
enum Proxy {
    /** A container of its own pod. */
    SIDECAR,
    /** The tunnel of its node: ambient mode. */
    AMBIENT,
    /** The pod is a proxy that others are reached through from outside. */
    GATEWAY,
    /** The pod is a proxy that others of ambient mode are reached through. */
    WAYPOINT;

    /** As the attribute of a pod has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
