package dev.bartizan.ingest.derived;

import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The annotations by which pods join further networks.
 *
 * <p>Source: the network custom resource definition de-facto standard (names separated by commas, {@code namespace/name@interface}, or a JSON list), and the
 * multi-network annotations of GKE.
 */
final class NetworkAnnotation {
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";
    private static final String INTERFACES = "networking.gke.io/interfaces";
    private static final int LONGEST = 1 << 16;
    /** A pod has a handful of interfaces. */
    private static final int MOST_NETWORKS = 64;

    private NetworkAnnotation() {}

    /**
     * A network that a pod joins.
     *
     * @param namespace of its definition; empty: the pod's own
     * @param isOfKubernetes whether a NetworkAttachmentDefinition defines it
     */
    record Network(String name, Optional<String> namespace, boolean isOfKubernetes, Location evidence) {}

    static List<Network> of(PodDraft pod) {
        var networks = new ArrayList<Network>(0);
        Node annotations = pod.metadata().get("annotations");
        read(pod, annotations.get(NETWORKS), NETWORKS, networks);
        read(pod, annotations.get(INTERFACES), INTERFACES, networks);
        return networks;
    }

    private static void read(PodDraft pod, Node annotation, String key, List<Network> networks) {
        String text = annotation.text("").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return;
        }
        boolean isOfKubernetes = key.equals(NETWORKS);
        Location evidence = evidence(pod, annotation, key);
        if (text.startsWith("[")) {
            for (Node item : items(text)) {
                String name = item.get(isOfKubernetes ? "name" : "network").text("");
                add(new Network(name, item.get("namespace").text(), isOfKubernetes, evidence), networks);
            }
        } else if (isOfKubernetes) {
            for (String one : text.split(",", MOST_NETWORKS)) {
                add(named(one.strip(), evidence), networks);
            }
        }
    }

    private static void add(Network network, List<Network> networks) {
        if (!network.name().isEmpty() && networks.size() < MOST_NETWORKS) {
            networks.add(network);
        }
    }

    private static List<Node> items(String json) {
        return SourceReader.parse("annotation.json", json).documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .flatMap(root -> root.items().stream())
                .toList();
    }

    private static Network named(String text, Location evidence) {
        int interfaceAt = text.indexOf('@');
        String name = interfaceAt < 0 ? text : text.substring(0, interfaceAt);
        int slash = name.indexOf('/');
        return slash < 0
                ? new Network(name, Optional.empty(), true, evidence)
                : new Network(name.substring(slash + 1), Optional.of(name.substring(0, slash)), true, evidence);
    }

    /** Beside the spec. */
    private static Location evidence(PodDraft pod, Node annotation, String key) {
        String pointer = pod.pointer();
        int end = pointer.lastIndexOf('/');
        String metadata = (end < 0 ? "" : pointer.substring(0, end)) + "/metadata/annotations";
        return annotation.location(pod.metadata().get("annotations").pointerOf(key, metadata));
    }
}
