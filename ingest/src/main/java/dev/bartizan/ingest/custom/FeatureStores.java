package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The pod of a FeatureStore: the Feast operator runs all servers of one store as containers of one Deployment.
 *
 * <p>Source: Feast operator 0.50, FeatureStore v1alpha1 (services; ServerConfigs, ContainerConfigs).
 */
final class FeatureStores implements PodResolver {
    private static final String GAP = "what the Feast operator sets for its servers";

    /** What stands in the services, and the name of its container. */
    private record Server(String container, List<String> path) {}

    private static final List<Server> SERVERS = List.of(
            new Server("registry", List.of("registry", "local", "server")),
            new Server("online", List.of("onlineStore", "server")),
            new Server("offline", List.of("offlineStore", "server")),
            new Server("ui", List.of("ui")));

    @Override
    public void resolve(Resource store) {
        Place services = store.spec().get("services");
        var containers = new ArrayList<Place>();
        for (Server server : SERVERS) {
            Place place = services.at(server.path().toArray(String[]::new));
            if (place.node() instanceof Mapping) {
                store.consume(place);
                var container = Entries.ofContainer(place);
                container.put("name", Entries.derived(server.container(), place));
                containers.add(Entries.mapping(place, container, GAP));
            }
        }
        if (!containers.isEmpty()) {
            var pod = new LinkedHashMap<String, Located>();
            Entries.put(pod, "volumes", services.get("volumes"));
            Entries.put(pod, "securityContext", services.get("securityContext"));
            pod.put("containers", Entries.list(services, containers));
            store.pod(metadata(store), Entries.mapping(services, pod, GAP), List.of());
        }
    }

    private static Place metadata(Resource store) {
        Place name = store.root().at("metadata", "name");
        var labels = new LinkedHashMap<String, Located>();
        if (name.node().hasValue()) {
            labels.put("feast.dev/name", Entries.derived(name.node().text(""), name));
        }
        var metadata = new LinkedHashMap<String, Located>();
        Place mapping = Entries.mapping(name, labels, "");
        metadata.put("labels", new Located(mapping.node(), mapping.pointer()));
        Entries.put(metadata, "annotations", store.spec().at("services", "podAnnotations"));
        return Entries.mapping(name, metadata, "");
    }
}
