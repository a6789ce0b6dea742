package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;

/** Services that the API server calls: for admission, to convert objects, or as a part of its own API. */
final class ApiServerCalls {
    private static final String CALLS = "calls-webhook";

    private ApiServerCalls() {}

    static void link(Identified from, Place spec, References references) {
        switch (from.manifest().kind()) {
            case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" -> {
                var webhooks = Place.of(
                        from.manifest().root().get("webhooks"), from.manifest().pointer("/webhooks"));
                each(webhooks, webhook -> client(from, webhook.get("clientConfig"), references));
            }
            case "CustomResourceDefinition" -> {
                Place conversion = spec.get("conversion");
                client(from, conversion.get("webhook").get("clientConfig"), references);
                client(from, conversion.get("webhookClientConfig"), references);
            }
            case "APIService" -> service(from, spec.get("service"), references);
            default -> {}
        }
    }

    private static void client(Identified from, Place client, References references) {
        service(from, client.get("service"), references);
        references.host(from, CALLS, client.get("url"));
    }

    private static void service(Identified from, Place service, References references) {
        String namespace = service.node().get("namespace").text("default");
        references.to(from, CALLS, "core", "Service", service.get("name"), namespace);
    }
}
