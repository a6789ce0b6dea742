package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.ROUTES;
import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;

/** Routes, domains, brokers and subscriptions of Knative. */
final class KnativeRoutes {
    private static final String SERVING = "serving.knative.dev";
    private static final String EVENTING = "eventing.knative.dev";

    private final References references;

    KnativeRoutes(References references) {
        this.references = references;
    }

    void link(Identified from, Place spec) {
        switch (from.manifest().kind()) {
            case "Route" -> each(spec.get("traffic"), traffic -> traffic(from, traffic));
            case "DomainMapping" -> references.object(from, ROUTES, spec.get("ref"));
            case "Trigger" -> trigger(from, spec);
            case "Subscription" -> destination(from, spec.get("subscriber"));
            case String kind when kind.endsWith("Source") -> destination(from, spec.get("sink"));
            default -> {}
        }
    }

    private void traffic(Identified from, Place traffic) {
        references.to(from, ROUTES, SERVING, "Configuration", traffic.get("configurationName"), from.namespace());
        references.toOptional(from, ROUTES, SERVING, "Revision", traffic.get("revisionName"), from.namespace());
    }

    private void trigger(Identified from, Place spec) {
        Place broker = spec.get("broker");
        references
                .find(from, EVENTING, "Broker", from.namespace(), broker.node().text("default"))
                .ifPresent(found -> references.from(found, from, broker));
        destination(from, spec.get("subscriber"));
    }

    /** A reference, or an address. */
    private void destination(Identified from, Place destination) {
        references.object(from, ROUTES, destination.get("ref"));
        if (!destination.node().get("ref").hasValue()) {
            references.host(from, ROUTES, destination.get("uri"));
        }
    }
}
