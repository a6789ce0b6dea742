package dev.bartizan.ingest.links;

import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which volume claims the containers of a pod see under which paths. */
final class Mounts {
    private final Map<String, String> claimsByPath = new HashMap<>();

    /** The mounts of one container. */
    static Mounts of(Pod pod, Pod.Container container) {
        var mounts = new Mounts();
        for (Node mount : container.mapping().get("volumeMounts").items()) {
            String volume = mount.get("name").text("");
            claim(pod, volume)
                    .ifPresent(claim -> mounts.claimsByPath.put(
                            withoutSlash(mount.get("mountPath").text("")), claim));
        }
        return mounts;
    }

    private static Optional<String> claim(Pod pod, String volume) {
        for (Node item : pod.volumes().node().items()) {
            if (item.get("name").text("").equals(volume) && item instanceof Mapping mapping) {
                return mapping.at("persistentVolumeClaim", "claimName").text();
            }
        }
        return Optional.empty();
    }

    /** The claim that this path lies on. */
    Optional<String> claim(String path) {
        String above = claimsByPath.isEmpty() ? "" : withoutSlash(path);
        while (!above.isEmpty()) {
            String claim = claimsByPath.get(above);
            if (claim != null) {
                return Optional.of(claim);
            }
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
