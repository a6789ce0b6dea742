package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Node.Located;
import dev.bartizan.source.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Volumes and their mounts as Spark's properties spell them: {@code hostPath.NAME.mount.path}, {@code persistentVolumeClaim.NAME.options.claimName}. */
final class SparkVolumes {
    private final Place conf;
    private final Map<String, Place> volumes = new LinkedHashMap<>();
    private final Map<String, Map<String, Located>> mounts = new LinkedHashMap<>();
    private final Map<String, Map<String, Located>> options = new LinkedHashMap<>();

    SparkVolumes(Place conf) {
        this.conf = conf;
    }

    /** @param path where the secret of this name is mounted */
    void secret(String name, Place path) {
        var source = new LinkedHashMap<String, Located>();
        source.put("secretName", Entries.derived(name, path));
        volume(name + "-volume", "secret", source, path);
        Entries.put(mount(name + "-volume", path), "mountPath", path);
    }

    /** @param key type and name of a volume, then what is said about it */
    void property(String key, Place value) {
        String[] steps = key.split("\\.", 4);
        if (steps.length < 4) {
            return;
        }
        String name = steps[1];
        Map<String, Located> source = options.computeIfAbsent(name, one -> new LinkedHashMap<>());
        volume(name, steps[0], source, value);
        switch (steps[2] + "." + steps[3]) {
            case "mount.path" -> Entries.put(mount(name, value), "mountPath", value);
            case "mount.readOnly" -> Entries.put(mount(name, value), "readOnly", truth(value));
            case "mount.subPath" -> Entries.put(mount(name, value), "subPath", value);
            default -> {
                if (steps[2].equals("options")) {
                    Entries.put(source, steps[3], value);
                }
            }
        }
    }

    List<Place> volumes() {
        return List.copyOf(volumes.values());
    }

    List<Place> mounts() {
        return mounts.values().stream()
                .map(mount -> Entries.mapping(conf, mount, ""))
                .toList();
    }

    private void volume(String name, String type, Map<String, Located> source, Place at) {
        var volume = new LinkedHashMap<String, Located>();
        volume.put("name", Entries.derived(name, at));
        Entries.put(volume, type, Entries.mapping(at, source, ""));
        volumes.put(name, Entries.mapping(at, volume, ""));
    }

    private Map<String, Located> mount(String name, Place at) {
        Map<String, Located> mount = mounts.computeIfAbsent(name, one -> new LinkedHashMap<>());
        mount.putIfAbsent("name", Entries.derived(name, at));
        return mount;
    }

    /** Properties are texts, whatever they mean. */
    private static Place truth(Place value) {
        return Place.of(Scalar.Derived.plain(value.node(), value.node().text("")), value.pointer());
    }
}
