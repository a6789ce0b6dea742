package dev.bartizan.ingest.objects;

import dev.bartizan.source.Node;
import java.util.Map;
import java.util.Optional;

/**
 * Buckets that storage drivers mount as volumes.
 *
 * <p>Source: the documentation of GKE's Cloud Storage FUSE driver, of the Mountpoint driver for Amazon S3, and of csi-s3.
 */
public final class CsiBuckets {
    private static final Map<String, String> SCHEMES = Map.of(
            "gcsfuse.csi.storage.gke.io", "gs",
            "s3.csi.aws.com", "s3",
            "ru.yandex.s3.csi", "s3",
            "ch.ctrox.csi.s3-driver", "s3");

    private CsiBuckets() {}

    /** @param csi the field of this name of a volume */
    public static Optional<Address.Bucket> of(Node csi) {
        Node attributes = csi.get("volumeAttributes");
        return Optional.ofNullable(SCHEMES.get(csi.get("driver").text("")))
                .flatMap(scheme -> attributes
                        .get("bucketName")
                        .text()
                        .or(() -> attributes.get("bucket").text())
                        .map(name -> new Address.Bucket(scheme, name)));
    }
}
