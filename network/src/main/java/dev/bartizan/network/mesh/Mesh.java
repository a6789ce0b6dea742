package dev.bartizan.network.mesh;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Selectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Istio on a platform: which pods have a proxy, and the policies that these enforce. What was read of pods comes first, for policies bind only those that have
 * one.
 */
public final class Mesh {
    private final Presence presence;
    private final SortedMap<String, Map<String, String>> namespaces;
    private final MeshSettings settings;

    private Mesh(Presence presence, SortedMap<String, Map<String, String>> namespaces, MeshSettings settings) {
        this.presence = presence;
        this.namespaces = namespaces;
        this.settings = settings;
    }

    /** Which pods are taken to have a proxy. */
    public enum Presence {
        /** Those of which something written says so. */
        AS_WRITTEN,
        /** All, and all can show who they are, as np-guard's network-config-analyzer takes it. */
        EVERYWHERE
    }

    /** @param namespaces by name, with their labels */
    public static Mesh of(Presence presence, SortedMap<String, Map<String, String>> namespaces) {
        var roots = new TreeSet<>(List.of(MeshSettings.ROOT_NAMESPACE));
        if (presence == Presence.EVERYWHERE) {
            roots.add("istio-config");
        }
        return new Mesh(presence, namespaces, new MeshSettings(roots, MeshSettings.TRUST_DOMAIN));
    }

    /** The attributes that a pod has of the mesh: none when it has no proxy. */
    public Map<String, String> attributes(Asset asset, PodTemplate template, String serviceAccount) {
        Optional<Proxy> written =
                Proxies.of(template, asset.namespace(), namespaces.getOrDefault(asset.namespace(), Map.of()));
        Optional<Proxy> proxy = presence == Presence.EVERYWHERE ? Optional.of(written.orElse(Proxy.SIDECAR)) : written;
        var attributes = new HashMap<String, String>();
        proxy.ifPresent(known -> {
            attributes.put(MeshPods.PROXY, known.word());
            attributes.put(MeshPods.PRINCIPAL, Identities.principal(asset.namespace(), serviceAccount));
        });
        return attributes;
    }

    /** Readers of its policies, by group and kind. */
    public Map<String, PolicyReader> readers(Complaints complaints) {
        var subjects = new Subjects(settings, new Selectors(complaints));
        var authentication = new PeerAuthenticationReader(settings, subjects, complaints);
        return Map.of(
                "security.istio.io/AuthorizationPolicy",
                new AuthorizationReader(settings, subjects, complaints),
                "security.istio.io/PeerAuthentication",
                presence == Presence.EVERYWHERE ? manifest -> List.of() : authentication);
    }

    /** What answers take for granted of the mesh, in sentences; none when there are no policies of it. */
    public static List<String> assumptions(Cluster cluster) {
        long policies = cluster.policies().stream()
                .filter(policy -> policy.tier().layer() == Layer.MESH)
                .count();
        long proxied = cluster.pods().stream()
                .filter(pod -> pod.attributes().containsKey(MeshPods.PROXY))
                .count();
        return policies == 0
                ? List.of()
                : List.of("Istio: " + policies + " policies, enforced at the " + proxied + " of "
                        + cluster.pods().size()
                        + " workloads that have a proxy by what is written. They bind nobody else, and TCP only.");
    }
}
