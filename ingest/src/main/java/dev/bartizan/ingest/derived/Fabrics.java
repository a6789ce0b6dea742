package dev.bartizan.ingest.derived;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.knowledge.Devices;
import dev.bartizan.source.Location;
import java.util.List;

/** Networks beside the cluster's own that pods are attached to: through devices, through device files of the node, through named attachments. */
final class Fabrics {
    private static final Devices DEVICES = Devices.load();
    private static final String ATTACHMENTS = "k8s.cni.cncf.io";
    private static final String DEFAULT_NETWORK = "default";

    private final PlatformDraft draft;
    private final DerivedAssets derived;

    Fabrics(PlatformDraft draft, DerivedAssets derived) {
        this.draft = draft;
        this.derived = derived;
    }

    void add(PodDraft pod, List<Asked> asked) {
        for (Asked one : asked) {
            if (DEVICES.isFabric(one.device())) {
                attach(pod, one.device(), "pods ask for " + one.device(), one.evidence());
            }
        }
        if (pod.shape() == Shape.POD) {
            paths(pod);
            networks(pod);
        }
    }

    private void attach(PodDraft pod, String name, String because, Location evidence) {
        AssetDraft fabric = derived.asset(pod.asset(), "fabric", name, "Fabric", name, because, evidence);
        draft.link(pod.asset(), fabric, "attached-to", evidence);
    }

    private void paths(PodDraft pod) {
        Place volumes = Place.of(pod.spec(), pod.pointer()).get("volumes");
        for (int i = 0; i < volumes.items(); i++) {
            String path = volumes.node().get(i).at("hostPath", "path").text("");
            if (!path.isEmpty() && DEVICES.isFabricPath(path)) {
                Location evidence = volumes.item(i).get("hostPath").get("path").location();
                attach(pod, "infiniband", "pods mount " + path + " of their node", evidence);
            }
        }
    }

    private void networks(PodDraft pod) {
        for (NetworkAnnotation.Network network : NetworkAnnotation.of(pod)) {
            if (network.isOfKubernetes()) {
                String namespace = network.namespace().orElse(pod.asset().namespace());
                String cluster = AssetIds.clusterOf(pod.asset().id());
                String id = AssetIds.of(cluster, ATTACHMENTS, "NetworkAttachmentDefinition", namespace, network.name());
                draft.find(id)
                        .ifPresentOrElse(
                                found -> draft.link(pod.asset(), found, "attached-to", network.evidence()),
                                () -> attach(
                                        pod,
                                        namespace + "/" + network.name(),
                                        "pods are attached to the network " + network.name()
                                                + ", whose definition is not in the input",
                                        network.evidence()));
            } else if (!network.name().equals(DEFAULT_NETWORK)) {
                attach(pod, network.name(), "pods are attached to the network " + network.name(), network.evidence());
            }
        }
    }
}
