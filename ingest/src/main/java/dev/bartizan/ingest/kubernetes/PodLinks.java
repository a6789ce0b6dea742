package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.ImageName;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a workload's pods refer to: its service account, what it mounts, where its images come from. */
final class PodLinks {
    /** Every namespace is given it, and every pod of a dump mounts it. */
    private static final String CLUSTER_CERTIFICATE = "kube-root-ca.crt";

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final Reports reports;

    PodLinks(Inventory inventory, PlatformDraft draft, Reports reports) {
        this.inventory = inventory;
        this.draft = draft;
        this.reports = reports;
    }

    /** Something that a workload refers to. */
    private sealed interface Reference {
        /** An object of the input. */
        record ToAsset(String kind, AssetDraft asset, Location evidence) implements Reference {}

        /** A registry of images. */
        record ToRegistry(String host, Location evidence) implements Reference {}
    }

    /** Workloads are looked through on several threads; the draft is changed on one, in the order of the workloads. */
    void link(List<Identified> workloads) {
        List<List<Reference>> references =
                workloads.parallelStream().map(this::references).toList();
        for (int i = 0; i < workloads.size(); i++) {
            AssetDraft from = workloads.get(i).asset();
            for (Reference reference : references.get(i)) {
                switch (reference) {
                    case Reference.ToAsset to -> draft.link(from, to.asset(), to.kind(), to.evidence());
                    case Reference.ToRegistry to ->
                        draft.link(from, registry(to.host(), to.evidence()), "pulls", to.evidence());
                }
            }
        }
    }

    private List<Reference> references(Identified workload) {
        var references = new ArrayList<Reference>();
        for (Pod pod : workload.pods()) {
            runsAs(workload, pod, references);
            volumes(workload, pod.volumes(), references);
            for (Pod.Container container : pod.containers()) {
                environment(workload, Place.of(container.mapping(), container.pointer()), references);
                image(container, references);
            }
        }
        return references;
    }

    /** A pod that names no account runs as {@code default}, which often has no manifest: then there is nothing to link to. */
    private void runsAs(Identified from, Pod pod, List<Reference> references) {
        Optional<String> named = pod.account().node().text();
        String name = named.orElse("default");
        Location evidence =
                named.isPresent() ? pod.account().location() : pod.spec().location(pod.pointer());
        Optional<AssetDraft> account = inventory
                .find(from, "core", "ServiceAccount", from.namespace(), name)
                .map(Identified::asset)
                .or(() -> draft.find(AssetIds.of(from.cluster(), "core", "ServiceAccount", from.namespace(), name)));
        if (account.isPresent()) {
            references.add(new Reference.ToAsset("runs-as", account.get(), evidence));
        } else if (named.isPresent()
                && !name.equals("default")
                && !pod.account().isOpen()) {
            reports.missing("ServiceAccount", evidence);
        }
    }

    private void volumes(Identified from, Place volumes, List<Reference> references) {
        for (int i = 0; i < volumes.items(); i++) {
            Place place = volumes.item(i);
            if (place.node() instanceof Mapping volume) {
                for (int k = 0; k < volume.size(); k++) {
                    volume(from, place, volume.key(k), references);
                }
            }
        }
    }

    private void volume(Identified from, Place volume, String source, List<Reference> references) {
        switch (source) {
            case "configMap" -> mounts(from, "ConfigMap", volume.get(source).get("name"), references);
            case "secret" -> mounts(from, "Secret", volume.get(source).get("secretName"), references);
            case "persistentVolumeClaim" ->
                mounts(from, "PersistentVolumeClaim", volume.get(source).get("claimName"), references);
            case "csi" -> driver(from, volume.get(source), references);
            case "projected" -> projected(from, volume.get(source).get("sources"), references);
            default -> {}
        }
    }

    private void driver(Identified from, Place csi, List<Reference> references) {
        Place name = csi.get("driver");
        inventory
                .find(from, "storage.k8s.io", "CSIDriver", "-", name.node().text(""))
                .ifPresent(found ->
                        references.add(new Reference.ToAsset("provisioned-by", found.asset(), name.location())));
        mounts(from, "Secret", csi.get("nodePublishSecretRef").get("name"), references);
        Place provider = csi.get("volumeAttributes").get("secretProviderClass");
        mounts(from, "secrets-store.csi.x-k8s.io", "SecretProviderClass", provider, references);
    }

    private void projected(Identified from, Place sources, List<Reference> references) {
        for (int i = 0; i < sources.items(); i++) {
            Place source = sources.item(i);
            mounts(from, "ConfigMap", source.get("configMap").get("name"), references);
            mounts(from, "Secret", source.get("secret").get("name"), references);
        }
    }

    private void environment(Identified from, Place container, List<Reference> references) {
        Place variables = container.get("env");
        for (int i = 0; i < variables.items(); i++) {
            if (variables.node().get(i) instanceof Mapping variable && variable.has("valueFrom")) {
                Place source = variables.item(i).get("valueFrom");
                mounts(from, "ConfigMap", source.get("configMapKeyRef").get("name"), references);
                mounts(from, "Secret", source.get("secretKeyRef").get("name"), references);
            }
        }
        Place sources = container.get("envFrom");
        for (int i = 0; i < sources.items(); i++) {
            Place source = sources.item(i);
            mounts(from, "ConfigMap", source.get("configMapRef").get("name"), references);
            mounts(from, "Secret", source.get("secretRef").get("name"), references);
        }
    }

    private void mounts(Identified from, String kind, Place name, List<Reference> references) {
        mounts(from, "core", kind, name, references);
    }

    private void mounts(Identified from, String group, String kind, Place name, List<Reference> references) {
        Optional<String> text = name.node().text();
        if (text.isEmpty() || name.isOpen() || text.get().equals(CLUSTER_CERTIFICATE)) {
            return;
        }
        inventory
                .find(from, group, kind, from.namespace(), text.get())
                .ifPresentOrElse(
                        found -> references.add(new Reference.ToAsset("mounts", found.asset(), name.location())),
                        () -> reports.missing(kind, name.location()));
    }

    private static void image(Pod.Container container, List<Reference> references) {
        Node image = container.mapping().get("image");
        image.text()
                .flatMap(text -> ImageName.parse(text).registry())
                .ifPresent(host -> references.add(new Reference.ToRegistry(host, container.location(image, "image"))));
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
