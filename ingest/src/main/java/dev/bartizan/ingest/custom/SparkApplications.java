package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Driver and executors of a SparkApplication: the operator's own fields, which stand for those of a pod and its container, over the pod template if there is
 * one.
 *
 * <p>Source: Spark operator 2.1, SparkApplication v1beta2 (SparkPodSpec, DriverSpec, ExecutorSpec, sparkConf).
 */
final class SparkApplications implements PodResolver {
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

    /** Driver or executor, with what Spark's properties say about it. */
    record Part(String role, Place place, SparkConf conf) {}

    @Override
    public void resolve(Resource application) {
        Place scheduled = application.spec().get("template");
        Place spec = scheduled.node() instanceof Mapping ? scheduled : application.spec();
        for (String role : List.of("driver", "executor")) {
            Place place = spec.get(role);
            if (place.node() instanceof Mapping) {
                pod(application, spec, new Part(role, place, new SparkConf(spec.get("sparkConf"), role)));
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
        SparkConf conf = part.conf();
        SparkVolumes volumes = conf.volumes();
        var pod = new LinkedHashMap<String, Located>();
        POD_FIELDS.forEach(field -> Entries.put(pod, field, place.get(field)));
        Entries.put(pod, "serviceAccountName", account(spec, part));
        Entries.put(pod, "securityContext", place.get("podSecurityContext"));
        SparkContainer.join(pod, "volumes", spec.get("volumes"), volumes.volumes());
        Map<String, Located> selector = conf.nodeSelector();
        if (!selector.isEmpty()) {
            pod.putIfAbsent("nodeSelector", at(conf.conf(), selector));
        }
        var containers = new ArrayList<Place>();
        containers.add(SparkContainer.of(spec, part, volumes.mounts()));
        Place sidecars = place.get("sidecars");
        for (int i = 0; i < sidecars.items(); i++) {
            containers.add(sidecars.item(i));
        }
        pod.put("containers", Entries.list(place, containers));
        return Entries.mapping(place, pod, conf.gap());
    }

    /** Executors run as their driver does unless somebody says otherwise. */
    private static Place account(Place spec, Part part) {
        var driver = new SparkConf(part.conf().conf(), "driver");
        return Stream.of(
                        part.place().get("serviceAccount"),
                        part.conf().account(),
                        spec.at("driver", "serviceAccount"),
                        driver.account())
                .filter(place -> place.node().hasValue())
                .findFirst()
                .orElse(Entries.none(part.place()));
    }

    private static Located at(Place place, Map<String, Located> entries) {
        Place mapping = Entries.mapping(place, entries, "");
        return new Located(mapping.node(), mapping.pointer());
    }

    private static Place metadata(Resource application, Part part, Place template) {
        Place place = part.place();
        Map<String, Located> labels = part.conf().labels();
        labels.putAll(Entries.of(place.get("labels")));
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
        Map<String, Located> annotations = part.conf().annotations();
        annotations.putAll(Entries.of(place.get("annotations")));
        if (!annotations.isEmpty()) {
            metadata.put("annotations", at(place.get("annotations"), annotations));
        }
        Place own = Entries.mapping(place, metadata, "");
        Place base = template.get("metadata");
        return base.node() instanceof Mapping ? application.merge().merge(base, own) : own;
    }
}
