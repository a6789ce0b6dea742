package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.each;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;

/** What Argo CD and Flux bring into the cluster, and where from. */
final class DeliveryLinks {
    private static final String DEPLOYS = "deploys";
    private static final String DEPLOYS_FROM = "deploys-from";
    private static final String FLUX_SOURCES = "source.toolkit.fluxcd.io";
    /** Generators hold others to combine them; Argo CD takes two levels. */
    private static final int DEEPEST_GENERATOR = 3;

    private final References references;

    DeliveryLinks(References references) {
        this.references = references;
    }

    void link(Identified from, Place spec) {
        switch (from.manifest().kind()) {
            case "Application" -> application(from, spec);
            case "ApplicationSet" -> {
                application(from, spec.get("template").get("spec"));
                generators(from, spec.get("generators"), 0);
            }
            case "GitRepository", "OCIRepository", "HelmRepository" ->
                references.repository(from, DEPLOYS_FROM, spec.get("url"));
            case "Bucket" -> references.host(from, DEPLOYS_FROM, spec.get("endpoint"));
            case "HelmChart" -> source(from, spec.get("sourceRef"));
            case "Kustomization" -> {
                source(from, spec.get("sourceRef"));
                namespace(from, spec.get("targetNamespace"));
            }
            case "HelmRelease" -> {
                source(from, spec.get("chart").get("spec").get("sourceRef"));
                source(from, spec.get("chartRef"));
                namespace(from, spec.get("targetNamespace"));
            }
            default -> {}
        }
    }

    private void application(Identified from, Place spec) {
        references.repository(from, DEPLOYS_FROM, spec.get("source").get("repoURL"));
        each(spec.get("sources"), source -> references.repository(from, DEPLOYS_FROM, source.get("repoURL")));
        Place destination = spec.get("destination");
        String server = destination.node().get("server").text("https://kubernetes.default.svc");
        if (server.startsWith("https://kubernetes.default.svc")) {
            namespace(from, destination.get("namespace"));
        }
    }

    private void generators(Identified from, Place generators, int depth) {
        if (depth < DEEPEST_GENERATOR) {
            each(generators, generator -> {
                references.repository(from, DEPLOYS_FROM, generator.get("git").get("repoURL"));
                generators(from, generator.get("matrix").get("generators"), depth + 1);
                generators(from, generator.get("merge").get("generators"), depth + 1);
            });
        }
    }

    private void source(Identified from, Place reference) {
        String kind = reference.node().get("kind").text("");
        String namespace = reference.node().get("namespace").text(from.namespace());
        references.to(from, DEPLOYS_FROM, FLUX_SOURCES, kind, reference.get("name"), namespace);
    }

    private void namespace(Identified from, Place name) {
        references.toOptional(from, DEPLOYS, "core", "Namespace", name, "-");
    }
}
