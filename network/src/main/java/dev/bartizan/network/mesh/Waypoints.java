package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The waypoints of ambient mode, and which pods are reached through them: by the label {@code istio.io/use-waypoint} of the pod, of the Services before it, or of
 * its namespace, as far as the waypoint is for workloads or for services (istio.io, "Configure waypoint proxies").
 */
final class Waypoints {
    private static final String USE = "istio.io/use-waypoint";
    private static final String USE_NAMESPACE = "istio.io/use-waypoint-namespace";
    private static final String FOR = "istio.io/waypoint-for";
    private static final String NONE = "none";

    /** Of attributes: that something is reached through a waypoint. */
    private static final String ANY = ":waypoint";

    private static final String BY_WORKLOAD = ":waypoint-of-pod:";
    private static final String BY_SERVICE = ":waypoint-of-service:";
    private static final String SERVICE = ":service-at-waypoint:";

    private final SortedMap<String, Waypoint> byName = new TreeMap<>();
    private final List<Front> fronts = new ArrayList<>();
    private final SortedMap<String, Map<String, String>> namespaces;

    /**
     * One.
     *
     * @param traffic {@code service}, {@code workload}, {@code all} or {@code none}
     */
    record Waypoint(String namespace, String name, String traffic) {
        private boolean takes(String kind) {
            return traffic.equals("all") || traffic.equals(kind);
        }

        /** The identity that it is deployed with: a service account of its own name. */
        String principal() {
            return Identities.principal(namespace, name);
        }

        String fullName() {
            return namespace + "/" + name;
        }
    }

    /** A Service with what it selects. */
    private record Front(PolicyManifest service, Mapping selector, Map<String, String> labels) {
        private boolean isBefore(String namespace, Map<String, String> pod) {
            return service.namespace().equals(namespace)
                    && selector.keys().stream()
                            .allMatch(key -> selector.get(key).text("").equals(pod.get(key)));
        }
    }

    Waypoints(Manifests manifests, SortedMap<String, Map<String, String>> namespaces) {
        this.namespaces = namespaces;
        for (PolicyManifest gateway : manifests.of("gateway.networking.k8s.io/Gateway")) {
            Written root = gateway.root();
            if (root.get("spec").get("gatewayClassName").text().equals("istio-waypoint")) {
                String traffic =
                        Labels.of(root.get("metadata").get("labels").node()).getOrDefault(FOR, "service");
                byName.put(gateway.fullName(), new Waypoint(gateway.namespace(), gateway.name(), traffic));
            }
        }
        for (PolicyManifest service : byName.isEmpty() ? List.<PolicyManifest>of() : manifests.of("core/Service")) {
            if (service.root().get("spec").get("selector").node() instanceof Mapping selector && selector.size() > 0) {
                fronts.add(new Front(
                        service,
                        selector,
                        Labels.of(service.root().get("metadata").get("labels").node())));
            }
        }
    }

    /** By their full names. */
    Iterable<Waypoint> all() {
        return byName.values();
    }

    /** Whether a Service is reached through one. */
    boolean isServed(String service) {
        return fronts.stream()
                .filter(front -> front.service().fullName().equals(service))
                .anyMatch(front -> named(front.service().namespace(), front.labels())
                        .filter(each -> each.takes("service"))
                        .isPresent());
    }

    boolean isWaypoint(String fullName) {
        return byName.containsKey(fullName);
    }

    /** What a pod of ambient mode has of them, as attributes. */
    Map<String, String> attributes(String namespace, Map<String, String> labels) {
        var attributes = new HashMap<String, String>();
        if (!byName.isEmpty()) {
            named(namespace, labels).filter(each -> each.takes("workload")).ifPresent(each -> {
                attributes.put(ANY, "yes");
                attributes.put(BY_WORKLOAD + each.fullName(), "yes");
            });
            for (Front front : fronts) {
                if (front.isBefore(namespace, labels)) {
                    named(namespace, front.labels())
                            .filter(each -> each.takes("service"))
                            .ifPresent(each -> {
                                attributes.put(ANY, "yes");
                                attributes.put(BY_SERVICE + each.fullName(), "yes");
                                attributes.put(SERVICE + front.service().fullName(), "yes");
                            });
                }
            }
        }
        return attributes;
    }

    /** That of a pod or Service counts before that of its namespace. */
    private Optional<Waypoint> named(String namespace, Map<String, String> labels) {
        Map<String, String> said = labels.containsKey(USE) ? labels : namespaces.getOrDefault(namespace, Map.of());
        String name = said.getOrDefault(USE, NONE);
        String where = said.getOrDefault(USE_NAMESPACE, namespace);
        return name.equals(NONE) ? Optional.empty() : Optional.ofNullable(byName.get(where + "/" + name));
    }

    /** Pods to which nothing comes but through this one, whoever shows who he is. */
    static LabelExpression ofPods(String waypoint) {
        return has(BY_WORKLOAD + waypoint);
    }

    /** Pods whose Services are reached through this one; whoever knows the pod goes past it. */
    static LabelExpression ofServices(String waypoint) {
        return new LabelExpression.All(
                List.of(has(BY_SERVICE + waypoint), new LabelExpression.Not(has(BY_WORKLOAD + waypoint))));
    }

    /** Pods behind one Service that is reached through a waypoint. */
    static LabelExpression behind(String service) {
        return has(SERVICE + service);
    }

    /** Pods that are reached through this one in either way. */
    static LabelExpression ofEither(String waypoint) {
        return new LabelExpression.Any(List.of(has(BY_WORKLOAD + waypoint), has(BY_SERVICE + waypoint)));
    }

    private static LabelExpression has(String attribute) {
        return new LabelSelector(List.of(new Requirement(attribute, Operator.EXISTS, new TreeSet<>(Set.of()))));
    }
}
