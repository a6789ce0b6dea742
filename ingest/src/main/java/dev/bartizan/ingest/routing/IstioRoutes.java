package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.ROUTES;
import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Node;
import java.util.List;

/** Virtual services and service entries of Istio. */
final class IstioRoutes {
    static final String GROUP = "networking.istio.io";

    private final References references;

    IstioRoutes(References references) {
        this.references = references;
    }

    void link(Identified from, Place spec) {
        switch (from.manifest().kind()) {
            case "VirtualService" -> virtualService(from, spec);
            case "ServiceEntry" -> serviceEntry(from, spec);
            default -> {}
        }
    }

    private void virtualService(Identified from, Place spec) {
        each(spec.get("gateways"), gateway -> gateway(from, gateway));
        for (String protocol : List.of("http", "tls", "tcp")) {
            each(spec.get(protocol), rule -> rule(from, rule));
        }
    }

    private void rule(Identified from, Place rule) {
        each(
                rule.get("route"),
                route -> references.host(from, ROUTES, route.get("destination").get("host")));
        each(
                rule.get("mirrors"),
                mirror ->
                        references.host(from, ROUTES, mirror.get("destination").get("host")));
        references.host(from, ROUTES, rule.get("mirror").get("host"));
        Place delegate = rule.get("delegate");
        String namespace = delegate.node().get("namespace").text(from.namespace());
        references.to(from, ROUTES, GROUP, "VirtualService", delegate.get("name"), namespace);
    }

    /** {@code name} or {@code namespace/name}; {@code mesh} stands for the sidecars. */
    private void gateway(Identified from, Place gateway) {
        String text = gateway.node().text("");
        int slash = text.indexOf('/');
        String namespace = slash < 0 ? from.namespace() : text.substring(0, slash);
        if (!text.equals("mesh")) {
            references
                    .find(from, GROUP, "Gateway", namespace, text.substring(slash + 1))
                    .ifPresentOrElse(found -> references.from(found, from, gateway), () -> references.fromUnseen(from));
        }
    }

    /** Hosts that the mesh knows by name; unless said otherwise they are outside of it. */
    private void serviceEntry(Identified from, Place spec) {
        Node place = spec.node().get("location");
        if (place.text("MESH_EXTERNAL").equals("MESH_EXTERNAL")) {
            each(spec.get("hosts"), host -> {
                String name = host.node().text("");
                boolean isPattern = name.startsWith("*.") && name.length() > 2;
                if (isPattern) {
                    references.external(from, ROUTES, name, host);
                } else {
                    references.host(from, ROUTES, host);
                }
            });
        }
    }
}
