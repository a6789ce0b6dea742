package dev.bartizan.network.model;

/** Who enforces policies. A connection passes only if each layer lets it. */
public enum Layer {
    /** The network plugin, for packets. */
    NETWORK,
    /** The proxies of a service mesh, for connections and requests. */
    MESH
}
