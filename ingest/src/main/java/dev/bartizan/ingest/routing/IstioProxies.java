package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.LabelSelectors;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The proxies that carry the routes of Istio's gateways: pods of any namespace that have the labels of the gateway's selector. */
final class IstioProxies {
    /** Each may become a link; a real gateway picks one or two workloads. */
    private static final int MOST_COMPARISONS = 1_000_000;

    private final PlatformDraft draft;
    /** Gateways by the first label of their selector, with its value. */
    private final Map<String, List<Identified>> gateways = new HashMap<>();

    private int comparisons;

    private IstioProxies(PlatformDraft draft) {
        this.draft = draft;
    }

    static void link(List<Identified> all, List<Identified> workloads, PlatformDraft draft) {
        var proxies = new IstioProxies(draft);
        for (Identified entry : all) {
            if (entry.manifest().is(IstioRoutes.GROUP, "Gateway")
                    && selector(entry) instanceof Mapping labels
                    && labels.size() > 0) {
                String key = key(entry, labels.key(0), labels.value(0));
                proxies.gateways
                        .computeIfAbsent(key, added -> new ArrayList<>())
                        .add(entry);
            }
        }
        if (!proxies.gateways.isEmpty()) {
            workloads.forEach(proxies::link);
        }
    }

    private void link(Identified workload) {
        for (Pod pod : workload.pods()) {
            if (pod.metadata().get("labels") instanceof Mapping labels) {
                for (int i = 0; i < labels.size(); i++) {
                    for (Identified gateway :
                            gateways.getOrDefault(key(workload, labels.key(i), labels.value(i)), List.of())) {
                        link(workload, labels, gateway);
                    }
                }
            }
        }
    }

    private void link(Identified workload, Mapping labels, Identified gateway) {
        Node selector = selector(gateway);
        if (comparisons++ < MOST_COMPARISONS && LabelSelectors.hasAll(selector, labels)) {
            var place = Place.of(selector, gateway.manifest().pointer("/spec/selector"));
            draft.link(workload.asset(), gateway.asset(), References.ROUTES, place.location());
        }
    }

    private static Node selector(Identified gateway) {
        return gateway.manifest().root().at("spec", "selector");
    }

    private static String key(Identified entry, String label, Node value) {
        return entry.cluster() + " " + label + "=" + value.text("");
    }
}
