package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;

/** Ingresses, and the routes of OpenShift and Traefik. */
final class IngressRoutes {
    private final References references;

    IngressRoutes(References references) {
        this.references = references;
    }

    void link(Identified from, Place spec) {
        switch (from.manifest().kind()) {
            case "Ingress" -> ingress(from, spec);
            case "Route" -> {
                references.service(from, spec.get("to").get("name"), from.namespace());
                each(
                        spec.get("alternateBackends"),
                        backend -> references.service(from, backend.get("name"), from.namespace()));
            }
            case "IngressRoute" ->
                each(
                        spec.get("routes"),
                        route -> each(route.get("services"), service -> {
                            String namespace = service.node().get("namespace").text(from.namespace());
                            references.service(from, service.get("name"), namespace);
                        }));
            default -> {}
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
        references.service(from, backend.get("service").get("name"), from.namespace());
        references.service(from, backend.get("serviceName"), from.namespace());
    }
}
