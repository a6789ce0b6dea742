package dev.bartizan.network.headers;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import java.util.List;

/** The ports of TCP at which a workload serves its gateway. */
final class ServedPorts {
    private final Snapshot snapshot;

    ServedPorts(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Those that its containers declare, of those that the proxies may open; all of these when it declares none.
     *
     * @param led what the proxies may open
     */
    PortSet of(int asset, PortSet led) {
        PortSet declared = declared(asset);
        PortSet both = declared.intersect(led);
        return both.isEmpty() ? declared : both;
    }

    private PortSet declared(int asset) {
        PortSet declared = PortSet.NONE;
        for (PodTemplate template : snapshot.trees().pods()) {
            if (template.asset() == asset) {
                List<Node> containers = template.shape() == Shape.CONTAINER
                        ? List.of(template.spec())
                        : template.spec().get("containers").items();
                for (Node container : containers) {
                    declared = declared.union(declared(container));
                }
            }
        }
        return declared.isEmpty() ? PortSet.TCP : declared;
    }

    private static PortSet declared(Node container) {
        PortSet declared = PortSet.NONE;
        for (Node port : container.get("ports").items()) {
            boolean isTcp = port.get("protocol").text("TCP").equals("TCP");
            String number = port.get("containerPort").text("");
            if (isTcp && number.matches("[1-9][0-9]{0,4}") && Integer.parseInt(number) <= PortMatch.LAST) {
                declared = declared.union(PortSet.of(Protocol.TCP, Integer.parseInt(number)));
            }
        }
        return declared;
    }
}
