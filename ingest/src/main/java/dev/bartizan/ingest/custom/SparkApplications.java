package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Driver and executors of a SparkApplication: the operator's own fields, which stand for those of a pod and its container, over the pod template if there is
 * one.
 *
 * <p>Source: Spark operator 2.1, SparkApplication v1beta2 (SparkPodSpec, DriverSpec, ExecutorSpec).
 */
final class SparkApplications implements PodResolver {
    private static final String GAP = "what sparkConf sets for pods";
    private static final String CONF_OF_PODS = "spark.kubernetes.";
    private static final List<String> POD_FIELDS = List.of(
            "initContainers",
            "hostNetwork",
            "nodeSelector",
            "affinity",
            "tolerations",
            "hostAliases",
            "dnsConfig",
            "schedulerName",
            "terminationGracePeriodSeconds",
            "shareProcessNamespace");

    /** Driver or executor. */
    private record Part(String role, Place place) {}

    @Override
    public void resolve(Resource application) {
        Place scheduled = application.spec().get("template");
        Place spec = scheduled.node() instanceof Mapping ? scheduled : application.spec();
        for (String role : List.of("driver", "executor")) {
            Place place = spec.get(role);
            if (place.node() instanceof Mapping) {
                pod(application, spec, new Part(role, place));
            }
        }
    }

    private static void pod(Resource application, Place spec, Part part) {
        Place place = part.place();
        application.consume(place);
        for (String list : List.of("initContainers", "sidecars")) {
            application.consume(place.get(list));
        }
        Place template = place.get("template");
        application.consume(template.get("spec"));
        Place own = own(spec, part);
        Place base = template.get("spec");
        application.pod(
                metadata(application, part, template),
                base.node() instanceof Mapping
                        ? application.merge().merge(Entries.mapping(base, Entries.ofPod(base), ""), own)
                        : own,
                List.of());
    }

    private static Place own(Place spec, Part part) {
        Place place = part.place();
        String gap = gap(spec);
        var pod = new LinkedHashMap<String, Located>();
        POD_FIELDS.forEach(field -> Entries.put(pod, field, place.get(field)));
        Entries.put(pod, "serviceAccountName", place.get("serviceAccount"));
        Entries.put(pod, "securityContext", place.get("podSecurityContext"));
        Entries.put(pod, "volumes", spec.get("volumes"));
        var containers = new ArrayList<Place>();
        containers.add(Entries.mapping(place, container(spec, part), gap));
        Place sidecars = place.get("sidecars");
        for (int i = 0; i < sidecars.items(); i++) {
            containers.add(sidecars.item(i));
        }
        pod.put("containers", Entries.list(place, containers));
        return Entries.mapping(place, pod, gap);
    }

    private static Map<String, Located> container(Place spec, Part part) {
        Place place = part.place();
        Map<String, Located> container = Entries.ofContainer(place);
        container.keySet().remove("resources");
        container.put("name", Entries.derived(containerName(part), place));
        for (String field : List.of("image", "imagePullPolicy")) {
            if (!place.get(field).node().hasValue()) {
                Entries.put(container, field, spec.get(field));
            }
        }
        resources(place).ifPresent(resources -> container.put("resources", resources));
        return container;
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
            resources.put("limits", at(place, limits));
        }
        if (!requests.isEmpty()) {
            resources.put("requests", at(place, requests));
        }
        return resources.isEmpty() ? Optional.empty() : Optional.of(at(place, resources));
    }

    private static Located at(Place place, Map<String, Located> entries) {
        Place mapping = Entries.mapping(place, entries, "");
        return new Located(mapping.node(), mapping.pointer());
    }

    private static Place metadata(Resource application, Part part, Place template) {
        Place place = part.place();
        var labels = Entries.of(place.get("labels"));
        Entries.derive(labels, "spark-role", part.role(), place);
        if (!application.entry().examined().name().startsWith("~")) {
            Entries.derive(
                    labels,
                    "sparkoperator.k8s.io/app-name",
                    application.entry().examined().name(),
                    application.root().at("metadata", "name"));
        }
        var metadata = new LinkedHashMap<String, Located>();
        metadata.put("labels", at(place.get("labels"), labels));
        Entries.put(metadata, "annotations", place.get("annotations"));
        Place own = Entries.mapping(place, metadata, "");
        Place base = template.get("metadata");
        return base.node() instanceof Mapping ? application.merge().merge(base, own) : own;
    }

    /** Settings of pods may also be written as properties, which are not read here. */
    private static String gap(Place spec) {
        boolean saysMore = spec.get("sparkConf").node() instanceof Mapping conf
                && conf.keys().stream().anyMatch(key -> key.startsWith(CONF_OF_PODS));
        return saysMore ? GAP : "";
    }
}
