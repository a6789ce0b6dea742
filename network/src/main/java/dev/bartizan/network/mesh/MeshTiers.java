package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Tier;

/**
 * The order in which a proxy asks: what it does not take in it cannot stop; who must show a certificate; then CUSTOM, DENY, ALLOW (Authorization Policy of
 * security.istio.io/v1).
 */
final class MeshTiers {
    static final Tier NOT_TAKEN_IN = new Tier(Layer.MESH, "not taken in", -1);
    static final Tier AUTHENTICATION = new Tier(Layer.MESH, "peer authentication", 0);
    static final Tier CUSTOM = new Tier(Layer.MESH, "custom", 1);
    static final Tier DENY = new Tier(Layer.MESH, "deny", 2);
    static final Tier ALLOW = new Tier(Layer.MESH, "allow", 3);

    private MeshTiers() {}
}
