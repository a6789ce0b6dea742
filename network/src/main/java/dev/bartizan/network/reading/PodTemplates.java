package dev.bartizan.network.reading;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Aside;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pods of a platform are made from: those of its workloads, and those that run the virtual machines of KubeVirt, which have the labels of the machine. */
public final class PodTemplates {
    private static final String GROUP = "kubevirt.io";

    private PodTemplates() {}

    /** All, in an order of their own. */
    public static List<PodTemplate> of(Snapshot snapshot) {
        var templates = new ArrayList<>(snapshot.trees().pods());
        List<Asset> assets = snapshot.platform().assets();
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).group().equals(GROUP)) {
                machine(snapshot, assets.get(i), i).ifPresent(templates::add);
            }
        }
        return templates;
    }

    private static Optional<PodTemplate> machine(Snapshot snapshot, Asset asset, int index) {
        String path = switch (asset.kind()) {
            case "VirtualMachine", "VirtualMachineInstanceReplicaSet" -> "/spec/template";
            case "VirtualMachineInstance" -> "";
            case String _ -> "-";
        };
        return snapshot.trees()
                .root(index)
                .filter(root -> !path.equals("-") && !isMade(root))
                .map(root -> path.isEmpty() ? root : root.get("spec").get("template"))
                .filter(template -> template.get("spec") instanceof Mapping)
                .map(template -> new PodTemplate(
                        index,
                        template.get("metadata"),
                        template.get("spec"),
                        asset.location().pointer() + path + "/spec",
                        Shape.POD,
                        List.of(),
                        Aside.NONE));
    }

    /** Whether another object makes it, so that it is the same machine. */
    private static boolean isMade(Node root) {
        return !root.get("metadata").get("ownerReferences").items().isEmpty();
    }
}
