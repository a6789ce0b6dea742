package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.ROUTES;
import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.LabelSelectors;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;

/** Routes of the Gateway API and of the AI gateways that extend it. */
final class GatewayRoutes {
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    private final References references;
    private final ReferenceGrants grants;

    GatewayRoutes(References references, ReferenceGrants grants) {
        this.references = references;
        this.grants = grants;
    }

    void link(Identified from, Place spec) {
        switch (from.manifest().kind()) {
            case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute", "AIGatewayRoute" -> route(from, spec);
            case "InferencePool" -> {
                picker(from, spec.get("endpointPickerRef"));
                picker(from, spec.get("extensionRef"));
            }
            case "AIServiceBackend" -> backend(from, spec.get("backendRef"));
            case "Backend" ->
                each(
                        spec.get("endpoints"),
                        endpoint -> references.host(
                                from, ROUTES, endpoint.get("fqdn").get("hostname")));
            default -> {}
        }
    }

    /** It is asked for every request which replica is to answer. */
    private void picker(Identified from, Place reference) {
        references.to(from, "calls", "core", "Service", reference.get("name"), from.namespace());
    }

    private void route(Identified from, Place spec) {
        each(spec.get("parentRefs"), parent -> parent(from, parent));
        // What the AI gateway called them first.
        each(spec.get("targetRefs"), parent -> parent(from, parent));
        each(spec.get("rules"), rule -> {
            each(rule.get("backendRefs"), backend -> backend(from, backend));
            each(
                    rule.get("filters"),
                    filter -> backend(from, filter.get("requestMirror").get("backendRef")));
        });
    }

    private void backend(Identified from, Place backend) {
        Optional<String> name = backend.node().get("name").text();
        if (name.isEmpty()) {
            return;
        }
        String written = backend.node().get("group").text(usualGroup(from));
        String group = written.isEmpty() ? "core" : written;
        String kind = backend.node().get("kind").text(usualKind(from));
        String namespace = backend.node().get("namespace").text(from.namespace());
        if (grants.allow(from, group, kind, namespace, name.get())) {
            references.to(from, ROUTES, group, kind, backend.get("name"), namespace);
        } else {
            references.report(Problem.notice(
                    "reference-not-granted",
                    "No ReferenceGrant of the input lets this route lead into namespace " + namespace + ".",
                    "add the ReferenceGrant of that namespace if there is one",
                    backend.get("namespace").location()));
        }
    }

    private static String usualGroup(Identified from) {
        return from.manifest().kind().equals("AIGatewayRoute") ? "aigateway.envoyproxy.io" : "";
    }

    private static String usualKind(Identified from) {
        return from.manifest().kind().equals("AIGatewayRoute") ? "AIServiceBackend" : "Service";
    }

    private void parent(Identified from, Place parent) {
        Optional<String> name = parent.node().get("name").text();
        if (name.isPresent() && parent.node().get("kind").text("Gateway").equals("Gateway")) {
            String namespace = parent.node().get("namespace").text(from.namespace());
            String section = parent.node().get("sectionName").text("");
            Optional<Identified> gateway = references.find(from, GATEWAY_API, "Gateway", namespace, name.get());
            if (gateway.isEmpty()) {
                references.fromUnseen(from);
            } else if (admits(gateway.get(), from, section)) {
                references.from(gateway.get(), from, parent.get("name"));
            }
        }
    }

    /** A listener takes routes of its own namespace, unless it says otherwise. */
    private boolean admits(Identified gateway, Identified route, String section) {
        List<Node> listeners = gateway.manifest().root().at("spec", "listeners").items();
        return gateway.namespace().equals(route.namespace())
                || listeners.isEmpty()
                || listeners.stream()
                        .filter(listener -> section.isEmpty()
                                || listener.get("name").text("").equals(section))
                        .map(listener -> listener.at("allowedRoutes", "namespaces"))
                        .anyMatch(namespaces -> admits(namespaces, route));
    }

    private boolean admits(Node namespaces, Identified route) {
        return switch (namespaces.get("from").text("Same")) {
            case "All" -> true;
            case "Selector" ->
                // A namespace without a manifest may have any labels.
                references
                        .find(route, "core", "Namespace", "-", route.namespace())
                        .map(found -> LabelSelectors.matches(
                                namespaces.get("selector"),
                                found.manifest().metadata().get("labels")))
                        .orElse(true);
            default -> false;
        };
    }
}
