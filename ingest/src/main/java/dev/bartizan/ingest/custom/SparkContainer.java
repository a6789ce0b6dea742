package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.custom.SparkApplications.Part;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The container of a driver or an executor that runs Spark. */
final class SparkContainer {
    private SparkContainer() {}

    static Place of(Place spec, Part part, List<Place> mounts) {
        Place place = part.place();
        Map<String, Located> container = Entries.ofContainer(place);
        container.keySet().remove("resources");
        container.put("name", Entries.derived(containerName(part), place));
        Stream.of(
                        place.get("image"),
                        part.conf().image(),
                        spec.get("image"),
                        part.conf().commonImage())
                .filter(image -> image.node().hasValue())
                .findFirst()
                .ifPresent(image -> Entries.put(container, "image", image));
        if (!place.get("imagePullPolicy").node().hasValue()) {
            Entries.put(container, "imagePullPolicy", spec.get("imagePullPolicy"));
        }
        join(container, "env", place.get("env"), part.conf().environment());
        join(container, "volumeMounts", place.get("volumeMounts"), mounts);
        resources(place).ifPresent(resources -> container.put("resources", resources));
        return Entries.mapping(place, container, part.conf().gap());
    }

    private static String containerName(Part part) {
        Place containers = part.place().at("template", "spec", "containers");
        String usual = "spark-kubernetes-" + part.role();
        boolean isNamed = containers.node().items().stream()
                .anyMatch(item -> item.get("name").text("").equals(usual));
        return isNamed || containers.items() == 0
                ? usual
                : containers.item(0).get("name").node().text(usual);
    }

    /** The operator turns cores and memory into requests, and limits what it is told to. */
    private static Optional<Located> resources(Place place) {
        var limits = new LinkedHashMap<String, Located>();
        var requests = new LinkedHashMap<String, Located>();
        Entries.put(limits, "cpu", place.get("coreLimit"));
        Entries.put(limits, "memory", place.get("memory"));
        Place gpu = place.get("gpu");
        gpu.get("name").node().text().ifPresent(name -> Entries.put(limits, name, gpu.get("quantity")));
        Entries.put(requests, "cpu", place.get("coreRequest"));
        if (requests.isEmpty()) {
            Entries.put(requests, "cpu", place.get("cores"));
        }
        Entries.put(requests, "memory", place.get("memory"));
        var resources = new LinkedHashMap<String, Located>();
        if (!limits.isEmpty()) {
            resources.put("limits", located(Entries.mapping(place, limits, "")));
        }
        if (!requests.isEmpty()) {
            resources.put("requests", located(Entries.mapping(place, requests, "")));
        }
        return resources.isEmpty() ? Optional.empty() : Optional.of(located(Entries.mapping(place, resources, "")));
    }

    /** Sets a list of what is written and what properties add to it. */
    static void join(Map<String, Located> entries, String key, Place written, List<Place> more) {
        if (more.isEmpty()) {
            Entries.put(entries, key, written);
        } else {
            var all = new ArrayList<>(more);
            all.addAll(Workflows.items(written));
            entries.put(key, Entries.list(written.node().hasValue() ? written : more.getFirst(), all));
        }
    }

    private static Located located(Place place) {
        return new Located(place.node(), place.pointer());
    }
}
