package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pods of a SeldonDeployment with prepackaged servers: each server is the container of its unit's name in a component; one that no component has joins the
 * first. Image and settings of a server come from the operator's configuration unless they are written. The unit's {@code serviceAccountName} only fetches the
 * model; it is not the account of the pod.
 *
 * <p>Source: Seldon Core 1.18, PredictiveUnit, prepackaged servers, and the operator's model initializer.
 */
final class SeldonDeployments implements PodResolver {
    private static final String GAP = "what seldon-config sets for prepackaged servers";
    private static final int MOST_UNITS = 1_000;

    /** What the orchestrator does itself. */
    private static final Set<String> WITHOUT_SERVER =
            Set.of("", "UNKNOWN_IMPLEMENTATION", "SIMPLE_MODEL", "SIMPLE_ROUTER", "RANDOM_ABTEST", "AVERAGE_COMBINER");

    @Override
    public void resolve(Resource deployment) {
        for (Place predictor : Workflows.items(deployment.spec().get("predictors"))) {
            Map<String, Place> servers = servers(predictor.get("graph"));
            if (!servers.isEmpty()) {
                predictor(deployment, predictor, servers);
            }
        }
    }

    /** The units that prepackaged servers run, by their names. */
    private static Map<String, Place> servers(Place graph) {
        var servers = new LinkedHashMap<String, Place>();
        var open = new ArrayDeque<>(List.of(graph));
        for (int seen = 0; seen < MOST_UNITS && !open.isEmpty(); seen++) {
            Place unit = open.removeFirst();
            if (!WITHOUT_SERVER.contains(unit.get("implementation").node().text(""))) {
                servers.putIfAbsent(unit.get("name").node().text(""), unit);
            }
            open.addAll(Workflows.items(unit.get("children")));
        }
        return servers;
    }

    private static void predictor(Resource deployment, Place predictor, Map<String, Place> servers) {
        List<Place> components = Workflows.items(predictor.get("componentSpecs"));
        var added = new LinkedHashMap<>(servers);
        for (Place component : components) {
            for (Place container : Workflows.items(component.at("spec", "containers"))) {
                added.remove(container.get("name").node().text(""));
            }
        }
        if (components.isEmpty()) {
            component(deployment, predictor.get("graph"), predictor.get("graph"), servers, added);
        }
        for (Place component : components) {
            component(deployment, component, component.get("spec"), servers, added);
            added.clear();
        }
    }

    private static void component(
            Resource deployment, Place component, Place spec, Map<String, Place> servers, Map<String, Place> added) {
        deployment.consume(spec);
        var containers = new ArrayList<Place>();
        for (Place written : Workflows.items(spec.get("containers"))) {
            boolean isServer = servers.containsKey(written.get("name").node().text(""));
            containers.add(isServer ? Entries.mapping(written, Entries.of(written), GAP) : written);
        }
        added.forEach((name, unit) -> containers.add(server(unit)));
        Map<String, Located> pod = Entries.ofPod(component.get("spec"));
        pod.put("containers", Entries.list(spec.node() instanceof Mapping ? spec : component, containers));
        deployment.pod(component.get("metadata"), Entries.mapping(spec, pod, ""), List.of());
    }

    private static Place server(Place unit) {
        var container = new LinkedHashMap<String, Located>();
        Entries.put(container, "name", unit.get("name"));
        return Entries.mapping(unit, container, GAP);
    }
}
