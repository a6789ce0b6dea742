package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Tier;

/**
 * The order in which a proxy asks: what it does not take in it cannot stop; who must show a certificate; then CUSTOM, DENY, ALLOW (Authorization Policy of
 * security.istio.io/v1). A waypoint asks the same of its own policies before the tunnel of the pod does.
 */
final class MeshTiers {
    static final Tier NOT_TAKEN_IN = new Tier(Layer.MESH, "not taken in", -1);
    static final Tier AUTHENTICATION = new Tier(Layer.MESH, "peer authentication", 0);
    static final Tier WAYPOINT_CUSTOM = new Tier(Layer.MESH, "waypoint custom", 0.3);
    static final Tier WAYPOINT_DENY = new Tier(Layer.MESH, "waypoint deny", 0.4);
    static final Tier WAYPOINT_ALLOW = new Tier(Layer.MESH, "waypoint allow", 0.5);
    static final Tier CUSTOM = new Tier(Layer.MESH, "custom", 1);
    static final Tier DENY = new Tier(Layer.MESH, "deny", 2);
    static final Tier ALLOW = new Tier(Layer.MESH, "allow", 3);

    private MeshTiers() {}
}
