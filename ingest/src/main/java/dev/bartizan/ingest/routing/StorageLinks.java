package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.routing.References.ROUTES;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;

/** Where claims and volumes get their storage from, and services that stand for names outside. */
final class StorageLinks {
    static final String PROVISIONED_BY = "provisioned-by";
    private static final String STORAGE = "storage.k8s.io";

    private StorageLinks() {}

    static void core(Identified from, Place spec, References references) {
        switch (from.manifest().kind()) {
            case "PersistentVolumeClaim" -> {
                references.toOptional(from, PROVISIONED_BY, STORAGE, "StorageClass", spec.get("storageClassName"), "-");
                references.toOptional(from, PROVISIONED_BY, "core", "PersistentVolume", spec.get("volumeName"), "-");
            }
            case "PersistentVolume" -> {
                references.toOptional(from, PROVISIONED_BY, STORAGE, "StorageClass", spec.get("storageClassName"), "-");
                driver(from, spec.get("csi").get("driver"), references);
                references.bucket(from, PROVISIONED_BY, spec.get("csi"));
                references.host(from, PROVISIONED_BY, spec.get("nfs").get("server"));
            }
            case "Service" -> references.host(from, ROUTES, spec.get("externalName"));
            default -> {}
        }
    }

    static void storage(Identified from, References references) {
        if (from.manifest().kind().equals("StorageClass")) {
            var root = Place.of(from.manifest().root(), from.manifest().pointer(""));
            driver(from, root.get("provisioner"), references);
        }
    }

    private static void driver(Identified from, Place name, References references) {
        references.toOptional(from, PROVISIONED_BY, STORAGE, "CSIDriver", name, "-");
    }
}
