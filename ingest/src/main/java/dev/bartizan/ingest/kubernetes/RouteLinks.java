package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which services the routes of gateways and ingresses lead to. */
final class RouteLinks {
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final String ISTIO = "networking.istio.io";

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final Reports reports;

    RouteLinks(Inventory inventory, PlatformDraft draft, Reports reports) {
        this.inventory = inventory;
        this.draft = draft;
        this.reports = reports;
    }

    void link(Identified from) {
        Manifest manifest = from.manifest();
        var spec = Place.of(manifest.root().get("spec"), manifest.pointer("/spec"));
        switch (manifest.groupAndKind()) {
            case "networking.k8s.io/Ingress", "extensions/Ingress" -> ingress(from, spec);
            case GATEWAY_API + "/HTTPRoute",
                    GATEWAY_API + "/GRPCRoute",
                    GATEWAY_API + "/TCPRoute",
                    GATEWAY_API + "/TLSRoute",
                    GATEWAY_API + "/UDPRoute",
                    "aigateway.envoyproxy.io/AIGatewayRoute" -> gatewayRoute(from, spec);
            case ISTIO + "/VirtualService" -> virtualService(from, spec);
            case "route.openshift.io/Route" -> service(from, spec.get("to").get("name"), from.namespace());
            case "traefik.io/IngressRoute", "traefik.containo.us/IngressRoute" ->
                each(
                        spec.get("routes"),
                        route -> each(
                                route.get("services"),
                                service -> service(
                                        from,
                                        service.get("name"),
                                        service.node().get("namespace").text(from.namespace()))));
            case String _ -> {}
        }
    }

    private void ingress(Identified from, Place spec) {
        backend(from, spec.get("defaultBackend"));
        backend(from, spec.get("backend"));
        each(
                spec.get("rules"),
                rule -> each(rule.get("http").get("paths"), path -> backend(from, path.get("backend"))));
    }

    /** In today's form, and in that of the versions before v1. */
    private void backend(Identified from, Place backend) {
        service(from, backend.get("service").get("name"), from.namespace());
        service(from, backend.get("serviceName"), from.namespace());
    }

    private void gatewayRoute(Identified from, Place spec) {
        each(spec.get("parentRefs"), parent -> parent(from, parent));
        each(
                spec.get("rules"),
                rule -> each(rule.get("backendRefs"), backend -> {
                    String group = backend.node().get("group").text("core");
                    String kind = backend.node().get("kind").text("Service");
                    String namespace = backend.node().get("namespace").text(from.namespace());
                    to(from, group.isEmpty() ? "core" : group, kind, backend.get("name"), namespace);
                }));
    }

    private void parent(Identified from, Place parent) {
        Optional<String> name = parent.node().get("name").text();
        if (name.isPresent() && parent.node().get("kind").text("Gateway").equals("Gateway")) {
            String namespace = parent.node().get("namespace").text(from.namespace());
            inventory
                    .find(from, GATEWAY_API, "Gateway", namespace, name.get())
                    .ifPresent(gateway -> draft.link(
                            gateway.asset(),
                            from.asset(),
                            "routes",
                            parent.get("name").location()));
        }
    }

    private void virtualService(Identified from, Place spec) {
        each(spec.get("gateways"), gateway -> istioGateway(from, gateway));
        for (String protocol : List.of("http", "tls", "tcp")) {
            each(
                    spec.get(protocol),
                    rule -> each(
                            rule.get("route"),
                            route -> host(from, route.get("destination").get("host"))));
        }
    }

    /** {@code name} or {@code namespace/name}; {@code mesh} stands for the sidecars. */
    private void istioGateway(Identified from, Place gateway) {
        String text = gateway.node().text("");
        int slash = text.indexOf('/');
        String namespace = slash < 0 ? from.namespace() : text.substring(0, slash);
        inventory
                .find(from, ISTIO, "Gateway", namespace, text.substring(slash + 1))
                .ifPresent(found -> draft.link(found.asset(), from.asset(), "routes", gateway.location()));
    }

    /** {@code name}, {@code name.namespace} or {@code name.namespace.svc.cluster.local}. */
    private void host(Identified from, Place host) {
        String[] parts = host.node().text("").split("\\.", 4);
        boolean isInCluster = parts.length <= 2 || parts[2].equals("svc");
        if (!parts[0].isEmpty() && isInCluster) {
            String namespace = parts.length > 1 ? parts[1] : from.namespace();
            inventory
                    .find(from, "core", "Service", namespace, parts[0])
                    .ifPresentOrElse(
                            found -> draft.link(from.asset(), found.asset(), "routes", host.location()),
                            () -> reports.missing("Service", host.location()));
        }
    }

    private void service(Identified from, Place name, String namespace) {
        to(from, "core", "Service", name, namespace);
    }

    private void to(Identified from, String group, String kind, Place name, String namespace) {
        Optional<String> text = name.node().text();
        if (text.isPresent()) {
            inventory
                    .find(from, group, kind, namespace, text.get())
                    .ifPresentOrElse(
                            found -> draft.link(from.asset(), found.asset(), "routes", name.location()),
                            () -> reports.missing(Clip.of(kind), name.location()));
        }
    }

    private static void each(Place list, Consumer<Place> action) {
        for (int i = 0; i < list.items(); i++) {
            action.accept(list.item(i));
        }
    }
}
