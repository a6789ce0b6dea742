package dev.bartizan.network.suggest;

/** Kinds of policies that can be written. */
public enum PolicyKind {
    /** NetworkPolicy of the namespaces. */
    NETWORK_POLICY,
    /** ClusterNetworkPolicy of the cluster's administrators, which no namespace can override. */
    CLUSTER,
    /** CiliumNetworkPolicy. */
    CILIUM,
    /** AuthorizationPolicy and PeerAuthentication of Istio. */
    ISTIO;

    PolicyForm form() {
        return switch (this) {
            case NETWORK_POLICY -> new NetworkPolicyForm();
            case CLUSTER -> new ClusterPolicyForm();
            case CILIUM -> new CiliumForm();
            case ISTIO -> new MeshForm();
        };
    }

    /** Whether the network plugin enforces it; of these there can be one. */
    public boolean isOfNetwork() {
        return this != ISTIO;
    }
}
