package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pod that submits a RayJob to its cluster, where none is written: it runs the image of the cluster's head and nothing else of it.
 *
 * <p>Source: KubeRay 1.3, RayJob v1 (submissionMode, submitterPodTemplate, clusterSelector) and its default submitter.
 */
final class RayJobs implements PodResolver {
    private static final String GROUP = "ray.io";
    private static final String SELECTED = "ray.io/cluster";
    private static final String GAP = "what the RayCluster of the job sets";

    @Override
    public void resolve(Resource job) {
        Place spec = job.spec();
        boolean isSubmitted =
                spec.get("submissionMode").node().text("K8sJobMode").equals("K8sJobMode");
        boolean isWritten = spec.at("submitterPodTemplate", "spec").node() instanceof Mapping;
        if (isSubmitted && !isWritten && spec.node() instanceof Mapping) {
            submitter(job, spec);
        }
    }

    private static void submitter(Resource job, Place spec) {
        Place name = spec.get("clusterSelector").get(SELECTED);
        Optional<Identified> cluster = name.node()
                .text()
                .flatMap(text -> job.find(GROUP, "RayCluster", job.entry().namespace(), text));
        cluster.ifPresent(found -> job.uses(found, name));
        Place ofCluster = cluster.map(found -> Resource.rootOf(found).get("spec"))
                .orElse(name.node().hasValue() ? Entries.none(spec) : spec.get("rayClusterSpec"));
        Place head =
                ofCluster.at("headGroupSpec", "template", "spec", "containers").item(0);
        var at = Place.of(spec.node(), spec.pointer() + "/submitterPodTemplate/spec");
        var pod = new LinkedHashMap<String, Located>();
        pod.put("containers", Entries.list(at, List.of(container(at, head))));
        Entries.derive(pod, "restartPolicy", "Never", at);
        job.pod(Entries.none(at), Entries.mapping(at, pod, ""), cluster.stream().toList());
    }

    private static Place container(Place at, Place head) {
        var container = new LinkedHashMap<String, Located>();
        Entries.derive(container, "name", "ray-job-submitter", at);
        Entries.put(container, "image", head.get("image"));
        container.put("resources", resources(at));
        var place = Place.of(at.node(), at.pointer() + "/containers/0");
        return Entries.mapping(place, container, head.node() instanceof Mapping ? "" : GAP);
    }

    private static Located resources(Place at) {
        var resources = new LinkedHashMap<String, Located>();
        resources.put("limits", amounts(at, "1", "1Gi"));
        resources.put("requests", amounts(at, "500m", "200Mi"));
        return located(Entries.mapping(at, resources, ""));
    }

    private static Located amounts(Place at, String cpu, String memory) {
        Map<String, Located> amounts = new LinkedHashMap<>();
        Entries.derive(amounts, "cpu", cpu, at);
        Entries.derive(amounts, "memory", memory, at);
        return located(Entries.mapping(at, amounts, ""));
    }

    private static Located located(Place place) {
        return new Located(place.node(), place.pointer());
    }
}
