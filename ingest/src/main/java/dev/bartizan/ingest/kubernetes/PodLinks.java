package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.knowledge.ImageName;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.Optional;

/** What a workload's pods refer to: its service account, what it mounts, where its images come from. */
final class PodLinks {
    private final Inventory inventory;
    private final PlatformDraft draft;
    private final Reports reports;

    PodLinks(Inventory inventory, PlatformDraft draft, Reports reports) {
        this.inventory = inventory;
        this.draft = draft;
        this.reports = reports;
    }

    void link(Workload workload) {
        for (Pod pod : workload.pods()) {
            runsAs(workload.entry(), pod);
            volumes(workload.entry(), pod.volumes());
            for (Pod.Container container : pod.containers()) {
                environment(workload.entry(), Place.of(container.mapping(), container.pointer()));
                image(workload.entry(), container);
            }
        }
    }

    /** A pod that names no account runs as {@code default}, which often has no manifest: then there is nothing to link to. */
    private void runsAs(Identified from, Pod pod) {
        Optional<String> named = pod.account().node().text();
        String name = named.orElse("default");
        Location evidence =
                named.isPresent() ? pod.account().location() : pod.spec().location(pod.pointer());
        Optional<AssetDraft> account = inventory
                .find(from, "core", "ServiceAccount", from.namespace(), name)
                .map(Identified::asset)
                .or(() -> draft.find(AssetIds.of(from.cluster(), "core", "ServiceAccount", from.namespace(), name)));
        if (account.isPresent()) {
            draft.link(from.asset(), account.get(), "runs-as", evidence);
        } else if (named.isPresent()) {
            reports.missing("ServiceAccount", evidence);
        }
    }

    private void volumes(Identified from, Place volumes) {
        for (int i = 0; i < volumes.items(); i++) {
            Place place = volumes.item(i);
            if (place.node() instanceof Mapping volume) {
                for (int k = 0; k < volume.size(); k++) {
                    volume(from, place, volume.key(k));
                }
            }
        }
    }

    private void volume(Identified from, Place volume, String source) {
        switch (source) {
            case "configMap" -> mounts(from, "ConfigMap", volume.get(source).get("name"));
            case "secret" -> mounts(from, "Secret", volume.get(source).get("secretName"));
            case "persistentVolumeClaim" ->
                mounts(from, "PersistentVolumeClaim", volume.get(source).get("claimName"));
            case "projected" -> projected(from, volume.get(source).get("sources"));
            case String _ -> {}
        }
    }

    private void projected(Identified from, Place sources) {
        for (int i = 0; i < sources.items(); i++) {
            Place source = sources.item(i);
            mounts(from, "ConfigMap", source.get("configMap").get("name"));
            mounts(from, "Secret", source.get("secret").get("name"));
        }
    }

    private void environment(Identified from, Place container) {
        Place variables = container.get("env");
        for (int i = 0; i < variables.items(); i++) {
            if (variables.node().get(i) instanceof Mapping variable && variable.has("valueFrom")) {
                Place source = variables.item(i).get("valueFrom");
                mounts(from, "ConfigMap", source.get("configMapKeyRef").get("name"));
                mounts(from, "Secret", source.get("secretKeyRef").get("name"));
            }
        }
        Place sources = container.get("envFrom");
        for (int i = 0; i < sources.items(); i++) {
            Place source = sources.item(i);
            mounts(from, "ConfigMap", source.get("configMapRef").get("name"));
            mounts(from, "Secret", source.get("secretRef").get("name"));
        }
    }

    private void mounts(Identified from, String kind, Place name) {
        Optional<String> text = name.node().text();
        if (text.isEmpty()) {
            return;
        }
        inventory
                .find(from, "core", kind, from.namespace(), text.get())
                .ifPresentOrElse(
                        found -> draft.link(from.asset(), found.asset(), "mounts", name.location()),
                        () -> reports.missing(kind, name.location()));
    }

    private void image(Identified from, Pod.Container container) {
        Node image = container.mapping().get("image");
        Optional<String> registry =
                image.text().flatMap(text -> ImageName.parse(text).registry());
        if (registry.isPresent()) {
            Location evidence = container.location(image, "image");
            draft.link(from.asset(), registry(registry.get(), evidence), "pulls", evidence);
        }
    }

    private AssetDraft registry(String host, Location evidence) {
        return draft.asset("ext:" + AssetIds.segment(host), () -> {
            var registry = AssetDraft.referred("ext:" + AssetIds.segment(host), "Registry", "", "-", host, evidence);
            registry.classify(new Classification(
                    "image-registry",
                    Optional.of(Layer.INFRASTRUCTURE),
                    Optional.of(Plane.DATA),
                    Optional.empty(),
                    "images are pulled from " + Clip.of(host)));
            return registry;
        });
    }
}
