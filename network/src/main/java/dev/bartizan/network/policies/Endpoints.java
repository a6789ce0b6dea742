package dev.bartizan.network.policies;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pods that a dump of Calico shows by their WorkloadEndpoint (projectcalico.org/v3) and that are not in the input themselves. */
final class Endpoints {
    private static final String KIND = "WorkloadEndpoint";
    private static final String OWN_LABELS = "projectcalico.org/";
    private static final String ACCOUNT = OWN_LABELS + "serviceaccount";

    private Endpoints() {}

    /** @param known pods of the input */
    static List<Pod> of(Snapshot snapshot, List<Pod> known) {
        List<Asset> assets = snapshot.platform().assets();
        var pods = new ArrayList<Pod>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < assets.size(); i++) {
            if (isOne(assets.get(i))) {
                if (seen.isEmpty()) {
                    known.forEach(pod -> seen.add(pod.namespace() + "/" + pod.name()));
                    seen.add("");
                }
                int asset = i;
                snapshot.trees()
                        .root(i)
                        .map(root -> pod(asset, assets.get(asset), root))
                        .filter(pod -> seen.add(pod.namespace() + "/" + pod.name()))
                        .ifPresent(pods::add);
            }
        }
        return pods;
    }

    static boolean isOne(Asset asset) {
        return asset.kind().equals(KIND) && asset.group().endsWith("projectcalico.org");
    }

    private static Pod pod(int index, Asset asset, Node root) {
        Map<String, String> labels = new HashMap<>(Labels.of(root.at("metadata", "labels")));
        String account = labels.getOrDefault(ACCOUNT, "default");
        labels.keySet().removeIf(key -> key.startsWith(OWN_LABELS));
        return new Pod(
                index,
                asset.namespace(),
                root.at("spec", "pod").text(asset.name()),
                "Pod",
                labels,
                Map.of(Pod.NAMESPACE, asset.namespace(), Pod.SERVICE_ACCOUNT, account),
                ports(root.at("spec", "ports")),
                false);
    }

    private static SortedMap<String, List<PortMatch.Range>> ports(Node list) {
        var ports = new TreeMap<String, List<PortMatch.Range>>();
        for (Node port : list.items()) {
            port.get("port")
                    .text()
                    .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                    .map(Integer::valueOf)
                    .filter(number -> number <= PortMatch.LAST)
                    .ifPresent(number -> Protocol.of(port.get("protocol").text("TCP"))
                            .ifPresent(protocol -> ports.computeIfAbsent(
                                            port.get("name").text(""), key -> new ArrayList<>())
                                    .add(new PortMatch.Range(protocol, number, number))));
        }
        return ports;
    }
}
