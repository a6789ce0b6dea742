package dev.bartizan.network.mesh;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which pods have a proxy of the mesh, by what is written: a container of it, or labels and annotations that have one injected. Where nothing says so, there is
 * none (istio.io: sidecar injection, "Controlling the injection policy"; ambient mode, "Label reference").
 */
final class Proxies {
    /** Istio injects nothing there, whatever labels say. */
    private static final Set<String> NEVER = Set.of("kube-system", "kube-public", "kube-node-lease");

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String REVISION = "istio.io/rev";
    private static final String TEMPLATES = "inject.istio.io/templates";
    private static final String AMBIENT = "istio.io/dataplane-mode";

    private Proxies() {}

    /** @param namespaceLabels empty when the namespace was not read */
    static Optional<Proxy> of(PodTemplate template, String namespace, Map<String, String> namespaceLabels) {
        Optional<Proxy> container = container(template);
        boolean isOnNode = template.shape() == Shape.POD
                && template.spec().get("hostNetwork").isTrue();
        if (container.isPresent() || isOnNode || NEVER.contains(namespace)) {
            return container;
        }
        if (isInjected(template.metadata(), namespaceLabels)) {
            boolean isGateway =
                    template.metadata().at("annotations", TEMPLATES).text("").equals("gateway");
            return Optional.of(isGateway ? Proxy.GATEWAY : Proxy.SIDECAR);
        }
        return isAmbient(template.metadata(), namespaceLabels) ? Optional.of(Proxy.AMBIENT) : Optional.empty();
    }

    private static Optional<Proxy> container(PodTemplate template) {
        List<Node> containers = template.shape() == Shape.CONTAINER
                ? List.of(template.spec())
                : Stream.of("containers", "initContainers")
                        .flatMap(list -> template.spec().get(list).items().stream())
                        .toList();
        return containers.stream()
                .filter(Proxies::isProxy)
                .findFirst()
                .map(proxy -> kind(proxy, containers.size() == 1));
    }

    private static boolean isProxy(Node container) {
        return container.get("name").text("").equals("istio-proxy")
                || container.get("image").text("").contains("/proxyv2");
    }

    private static Proxy kind(Node proxy, boolean isAlone) {
        List<Node> arguments = proxy.get("args").items();
        if (arguments.stream().anyMatch(argument -> argument.text("").equals("waypoint"))) {
            return Proxy.WAYPOINT;
        }
        boolean isRouter =
                arguments.stream().anyMatch(argument -> argument.text("").equals("router"));
        return isRouter || isAlone ? Proxy.GATEWAY : Proxy.SIDECAR;
    }

    private static boolean isInjected(Node metadata, Map<String, String> namespaceLabels) {
        String label = metadata.at("labels", INJECT).text("");
        String said = label.isEmpty() ? metadata.at("annotations", INJECT).text("") : label;
        String namespaceSays = namespaceLabels.getOrDefault("istio-injection", "");
        if (said.equals("false") || namespaceSays.equals("disabled")) {
            return false;
        }
        return namespaceSays.equals("enabled")
                || namespaceLabels.containsKey(REVISION)
                || label.equals("true")
                || metadata.at("labels", REVISION).isPresent();
    }

    private static boolean isAmbient(Node metadata, Map<String, String> namespaceLabels) {
        String label = metadata.at("labels", AMBIENT).text("");
        String said = label.isEmpty() ? namespaceLabels.getOrDefault(AMBIENT, "") : label;
        return said.equals("ambient");
    }
}
