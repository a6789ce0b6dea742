package dev.bartizan.network.mesh;

import java.util.SortedSet;

/**
 * What holds for a whole mesh.
 *
 * @param rootNamespaces those whose policies are for all namespaces
 * @param trustDomain what identities begin with
 */
record MeshSettings(SortedSet<String> rootNamespaces, String trustDomain) {
    /** What Istio is installed with. */
    static final String ROOT_NAMESPACE = "istio-system";

    /** What Istio is installed with; in policies it means the domain of the mesh, whatever that is called. */
    static final String TRUST_DOMAIN = "cluster.local";

    boolean isRoot(String namespace) {
        return rootNamespaces.contains(namespace);
    }
}
