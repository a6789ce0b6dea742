package dev.bartizan.ingest.derived;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device that a pod asks for.
 *
 * @param device the extended resource, or the device class of a claim
 */
record Asked(String device, Location evidence) {
    private static final List<String> CONTAINERS = List.of("containers", "initContainers");
    private static final String DRA = "resource.k8s.io";

    /** In the order of the pod; the same device may come more than once. */
    static List<Asked> of(PodDraft pod, PlatformDraft draft, Reports reports) {
        var asked = new ArrayList<Asked>(0);
        var spec = Place.of(pod.spec(), pod.pointer());
        if (pod.shape() == Shape.CONTAINER) {
            resources(spec, asked);
            return asked;
        }
        for (String list : CONTAINERS) {
            Place containers = spec.get(list);
            for (int i = 0; i < containers.items(); i++) {
                if (!pod.aside().holds(list, i)) {
                    resources(containers.item(i), asked);
                }
            }
        }
        Place claims = spec.get("resourceClaims");
        for (int i = 0; i < claims.items(); i++) {
            claim(pod, claims.item(i), draft, reports, asked);
        }
        return asked;
    }

    private static void resources(Place container, List<Asked> asked) {
        if (container.node().get("resources") instanceof Mapping) {
            Place resources = container.get("resources");
            resources(resources, "limits", asked);
            resources(resources, "requests", asked);
        }
    }

    /** cpu, memory and their like are no devices. */
    private static void resources(Place resources, String key, List<Asked> asked) {
        if (resources.node().get(key) instanceof Mapping amounts) {
            for (int i = 0; i < amounts.size(); i++) {
                String device = amounts.key(i);
                if (device.indexOf('/') > 0) {
                    asked.add(new Asked(device, resources.get(key).get(device).location()));
                }
            }
        }
    }

    /** A claim names its device class; what a claim outside of the input asks for stays open. */
    private static void claim(PodDraft pod, Place claim, PlatformDraft draft, Reports reports, List<Asked> asked) {
        Place template = claim.get("resourceClaimTemplateName");
        boolean isTemplate = template.node().hasValue();
        Place name = isTemplate ? template : claim.get("resourceClaimName");
        String kind = isTemplate ? "ResourceClaimTemplate" : "ResourceClaim";
        String cluster = AssetIds.clusterOf(pod.asset().id());
        Optional<AssetDraft> found = name.node()
                .text()
                .flatMap(text ->
                        draft.find(AssetIds.of(cluster, DRA, kind, pod.asset().namespace(), text)));
        if (found.isEmpty()) {
            reports.missing(kind, name.location());
        }
        found.flatMap(AssetDraft::root)
                .map(root -> isTemplate ? root.at("spec", "spec") : root.get("spec"))
                .ifPresent(spec -> classes(spec).forEach(device -> asked.add(new Asked(device, name.location()))));
    }

    /** Of all API versions: the class stood in the request itself, then below what it asks exactly, or for the first of several. */
    private static List<String> classes(Node spec) {
        var classes = new ArrayList<String>();
        for (Node request : spec.at("devices", "requests").items()) {
            request.get("deviceClassName").text().ifPresent(classes::add);
            request.at("exactly", "deviceClassName").text().ifPresent(classes::add);
            for (Node choice : request.get("firstAvailable").items()) {
                choice.get("deviceClassName").text().ifPresent(classes::add);
            }
        }
        return classes;
    }
}
