package dev.bartizan.network.rbac;

import dev.bartizan.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells which power a rule of a role gives. */
final class Rights {
    private static final Map<String, Set<String>> WORKLOADS = Map.of(
            "", Set.of("pods", "replicationcontrollers"),
            "apps", Set.of("deployments", "statefulsets", "daemonsets", "replicasets"),
            "batch", Set.of("jobs", "cronjobs"));
    private static final Map<String, Set<String>> POLICIES = Map.of(
            "networking.k8s.io", Set.of("networkpolicies"),
            "cilium.io", Set.of("ciliumnetworkpolicies"),
            "projectcalico.org", Set.of("networkpolicies"),
            "crd.projectcalico.org", Set.of("networkpolicies"),
            "crd.antrea.io", Set.of("networkpolicies"));
    private static final Map<String, Set<String>> ROUTES = Map.of(
            "networking.k8s.io", Set.of("ingresses"),
            "gateway.networking.k8s.io", Set.of("httproutes", "grpcroutes", "tlsroutes", "tcproutes"),
            "networking.istio.io", Set.of("virtualservices"),
            "route.openshift.io", Set.of("routes"),
            "traefik.io", Set.of("ingressroutes"),
            "projectcontour.io", Set.of("httpproxies"));
    private static final Map<String, Set<String>> SERVICES = Map.of("", Set.of("services"));
    private static final Map<String, Set<String>> ENDPOINTS =
            Map.of("", Set.of("endpoints"), "discovery.k8s.io", Set.of("endpointslices"));
    private static final Map<String, Set<String>> NAMESPACES = Map.of("", Set.of("namespaces"));
    private static final String ANY = "*";

    private final SortedSet<String> custom;

    /** @param custom resources of the input that make pods: {@code ray.io/rayclusters} */
    Rights(Set<String> custom) {
        this.custom = new TreeSet<>(custom);
    }

    /** The verb and resource by which the rule gives the power. */
    Optional<String> of(Power power, Node rule) {
        return switch (power) {
            case CREATE_POD -> named(rule, "create", WORKLOADS).or(() -> custom(rule));
            case LABEL_POD -> changed(rule, WORKLOADS);
            case LABEL_NAMESPACE -> changed(rule, NAMESPACES);
            case EDIT_POLICY -> written(rule, POLICIES);
            case EDIT_ROUTE -> written(rule, ROUTES);
            case EDIT_SERVICE -> changed(rule, SERVICES);
            case EDIT_ENDPOINTS -> written(rule, ENDPOINTS);
        };
    }

    /** The only objects that the rule is about; none: all. */
    static List<String> only(Node rule) {
        return rule.get("resourceNames").items().stream()
                .map(item -> item.text(""))
                .toList();
    }

    private static Optional<String> written(Node rule, Map<String, Set<String>> resources) {
        return named(rule, "create", resources).or(() -> changed(rule, resources));
    }

    private static Optional<String> changed(Node rule, Map<String, Set<String>> resources) {
        return named(rule, "patch", resources).or(() -> named(rule, "update", resources));
    }

    private static Optional<String> named(Node rule, String verb, Map<String, Set<String>> resources) {
        // What is to be created has no name yet that the server could compare.
        boolean isNeverMet = verb.equals("create") && !only(rule).isEmpty();
        if (isNeverMet || !has(rule, "verbs", verb)) {
            return Optional.empty();
        }
        return resources.entrySet().stream()
                .filter(group -> has(rule, "apiGroups", group.getKey()))
                .flatMap(group -> group.getValue().stream())
                .filter(resource -> has(rule, "resources", resource))
                .sorted()
                .findFirst()
                .map(resource -> verb + " " + resource);
    }

    private Optional<String> custom(Node rule) {
        return custom.stream()
                .filter(each -> only(rule).isEmpty()
                        && has(rule, "verbs", "create")
                        && has(rule, "apiGroups", each.substring(0, each.indexOf('/')))
                        && has(rule, "resources", each.substring(each.indexOf('/') + 1)))
                .findFirst()
                .map(each -> "create " + each.substring(each.indexOf('/') + 1));
    }

    private static boolean has(Node rule, String key, String word) {
        List<String> words =
                rule.get(key).items().stream().map(item -> item.text("")).toList();
        return words.contains(word) || words.contains(ANY);
    }
}
