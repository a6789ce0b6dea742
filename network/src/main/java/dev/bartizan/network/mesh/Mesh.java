package dev.bartizan.network.mesh;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Istio on a platform: which pods have a proxy, and the policies that these enforce. What was read of pods comes first, for policies bind only those that have
 * one.
 */
public final class Mesh {
    private static final int MOST_NAMED = 4;

    private final Presence presence;
    private final SortedMap<String, Map<String, String>> namespaces;
    private final MeshSettings settings;
    private final Manifests manifests;
    private final PortKnowledge ports;
    private final Waypoints waypoints;
    private final ProxiedPods pods = new ProxiedPods();
    private final Variants variants = new Variants(pods);

    private Mesh(
            Presence presence,
            SortedMap<String, Map<String, String>> namespaces,
            MeshSettings settings,
            Manifests manifests) {
        this.presence = presence;
        this.namespaces = namespaces;
        this.settings = settings;
        this.manifests = manifests;
        this.ports = new PortKnowledge(settings, manifests);
        this.waypoints = new Waypoints(manifests, namespaces);
    }

    /** Which pods are taken to have a proxy. */
    public enum Presence {
        /** Those of which something written says so. */
        AS_WRITTEN,
        /** All, and all can show who they are, as np-guard's network-config-analyzer takes it. */
        EVERYWHERE
    }

    /** @param namespaces by name, with their labels */
    public static Mesh of(Presence presence, SortedMap<String, Map<String, String>> namespaces, Manifests manifests) {
        List<String> more =
                presence == Presence.EVERYWHERE ? List.of(MeshSettings.ROOT_NAMESPACE, "istio-config") : List.of();
        return new Mesh(presence, namespaces, MeshSettings.of(manifests, more), manifests);
    }

    /** What holds for the whole mesh and is not as usual, in sentences. */
    public List<String> notes() {
        return settings.notes();
    }

    /** The same pod with the attributes that it has of the mesh: none when it has no proxy. */
    public Pod attributed(Pod pod, PodTemplate template) {
        Optional<Proxy> written =
                Proxies.of(template, pod.namespace(), namespaces.getOrDefault(pod.namespace(), Map.of()));
        if (presence == Presence.EVERYWHERE) {
            return attributed(pod, written.orElse(Proxy.SIDECAR), ProxyPorts.UNKNOWN);
        }
        return written.map(proxy -> attributed(pod, proxy, ports.of(pod, proxy, template)))
                .orElse(pod);
    }

    private Pod attributed(Pod pod, Proxy proxy, ProxyPorts known) {
        var attributes = new HashMap<>(pod.attributes());
        String account = attributes.getOrDefault(Pod.SERVICE_ACCOUNT, "default");
        attributes.put(MeshPods.PROXY, proxy.word());
        attributes.put(Pod.PRINCIPAL, Identities.principal(pod.namespace(), account));
        if (proxy == Proxy.AMBIENT) {
            attributes.putAll(waypoints.attributes(pod.namespace(), pod.labels()));
        }
        if (!known.equals(ProxyPorts.UNKNOWN)) {
            attributes.put(MeshPods.PORTS, known.text());
        }
        var attributed = new Pod(
                pod.asset(),
                pod.namespace(),
                pod.name(),
                pod.kind(),
                pod.labels(),
                attributes,
                pod.ports(),
                pod.isOnHostNetwork());
        pods.add(pod.namespace(), seen(attributed), known);
        return attributed;
    }

    /** Readers of its policies, by group and kind. */
    public Map<String, PolicyReader> readers(Complaints complaints) {
        var subjects = new Subjects(settings, new Selectors(complaints));
        Denials denials = denials();
        var authentication = new PeerAuthenticationReader(settings, subjects, variants, complaints);
        return Map.of(
                "security.istio.io/AuthorizationPolicy",
                new AuthorizationReader(settings, subjects, variants, denials, waypoints, complaints),
                "security.istio.io/PeerAuthentication",
                presence == Presence.EVERYWHERE ? manifest -> List.of() : authentication);
    }

    /** What is wrong with them is said when they are read for good. */
    private Denials denials() {
        var denials = new Denials(pods);
        var unheard = new Complaints();
        var subjects = new Subjects(settings, new Selectors(unheard));
        var reader = new AuthorizationReader(settings, subjects, variants, denials, waypoints, unheard);
        manifests.of("security.istio.io/AuthorizationPolicy").forEach(reader::remember);
        return denials;
    }

    /** What answers take for granted of the mesh, in sentences; none when there are no policies of it. */
    public static List<String> assumptions(Cluster cluster) {
        SortedMap<String, List<Policy>> policies = byName(cluster);
        if (policies.isEmpty()) {
            return List.of();
        }
        long proxied = cluster.pods().stream().filter(Mesh::hasProxy).count();
        var sentences = new ArrayList<>(List.of("Istio: " + policies.size() + " policies, enforced at the " + proxied
                + " of " + cluster.pods().size()
                + " workloads that have a proxy by what is written. They bind nobody else, and TCP only."));
        List<String> unbound = unbound(cluster, policies);
        if (!unbound.isEmpty()) {
            String more = unbound.size() > MOST_NAMED ? " and " + (unbound.size() - MOST_NAMED) + " more" : "";
            sentences.add("Of these, bind nobody: "
                    + String.join(", ", unbound.subList(0, Math.min(MOST_NAMED, unbound.size()))) + more + ".");
        }
        return sentences;
    }

    private static SortedMap<String, List<Policy>> byName(Cluster cluster) {
        SortedMap<String, List<Policy>> byName = new TreeMap<>();
        for (Policy policy : cluster.policies()) {
            if (policy.tier().layer() == Layer.MESH) {
                byName.computeIfAbsent(policy.kind() + " " + policy.name(), key -> new ArrayList<>())
                        .add(policy);
            }
        }
        return byName;
    }

    /** Whether a container of its own is its proxy. */
    public static boolean hasSidecar(Pod pod) {
        return Proxy.SIDECAR.word().equals(pod.attributes().get(MeshPods.PROXY));
    }

    /** Whether the tunnel of its node is its proxy. */
    public static boolean isAmbient(Pod pod) {
        return Proxy.AMBIENT.word().equals(pod.attributes().get(MeshPods.PROXY));
    }

    /** Whether policies of the mesh bind it. */
    public static boolean hasProxy(Pod pod) {
        return pod.attributes().containsKey(MeshPods.PROXY);
    }

    /** The namespaces whose policies hold in all namespaces. */
    public static SortedSet<String> rootNamespaces(Snapshot snapshot) {
        return MeshSettings.of(Manifests.of(snapshot), List.of()).rootNamespaces();
    }

    /** The ports of TCP that the proxy of a pod does not take in. */
    public static PortSet notTakenIn(Pod pod) {
        TcpPorts exempt = ProxyPorts.exempt(pod.attributes().getOrDefault(MeshPods.PORTS, ""));
        return PortSet.of(
                exempt.ranges().stream().map(PortMatch.Range.class::cast).toList());
    }

    /** Who a pod is to other proxies: {@code cluster.local/ns/shop/sa/web}; empty when it can show nothing. */
    public static Optional<String> principal(Pod pod) {
        return Optional.ofNullable(pod.attributes().get(Pod.PRINCIPAL));
    }

    private static List<String> unbound(Cluster cluster, SortedMap<String, List<Policy>> policies) {
        Map<String, List<Pod>> pods =
                cluster.pods().stream().filter(Mesh::hasProxy).collect(Collectors.groupingBy(Pod::namespace));
        return policies.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(policy -> binds(policy.subject(), pods)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean binds(PodMatch subject, Map<String, List<Pod>> pods) {
        return bound(subject, pods).findAny().isPresent();
    }

    /** @param pods those with a proxy, by namespace */
    static Stream<Pod> bound(PodMatch subject, Map<String, List<Pod>> pods) {
        return subject.namespace()
                .map(namespace -> pods.getOrDefault(namespace, List.of()).stream())
                .orElseGet(() -> pods.values().stream().flatMap(List::stream))
                .filter(pod -> isBound(subject, pod));
    }

    static boolean isBound(PodMatch subject, Pod pod) {
        return subject.namespace().map(pod.namespace()::equals).orElse(true)
                && subject.pods().matches(seen(pod));
    }

    private static Map<String, String> seen(Pod pod) {
        var seen = new HashMap<>(pod.labels());
        seen.putAll(pod.attributes());
        return seen;
    }
}
