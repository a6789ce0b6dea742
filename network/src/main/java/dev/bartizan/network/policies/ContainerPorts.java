package dev.bartizan.network.policies;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The named ports of a pod: those of its containers and of the sidecars among its init containers (restartPolicy Always), which run as long as the pod
 * does; of one that runs a virtual machine those of its interfaces.
 */
final class ContainerPorts {
    private ContainerPorts() {}

    static SortedMap<String, List<PortMatch.Range>> of(PodTemplate template) {
        var ports = new TreeMap<String, List<PortMatch.Range>>();
        Node spec = template.spec();
        if (template.shape() == Shape.CONTAINER) {
            collect(spec, ports);
            return ports;
        }
        spec.get("containers").items().forEach(container -> collect(container, ports));
        spec.get("initContainers").items().stream()
                .filter(container -> container.get("restartPolicy").text("").equals("Always"))
                .forEach(container -> collect(container, ports));
        spec.get("domain").get("devices").get("interfaces").items().forEach(port -> collect(port, ports));
        return ports;
    }

    private static void collect(Node container, SortedMap<String, List<PortMatch.Range>> ports) {
        for (Node port : container.get("ports").items()) {
            String name = port.get("name").text("");
            String number = port.get("containerPort").text(port.get("port").text(""));
            if (!name.isEmpty() && number.matches("[0-9]{1,5}")) {
                int parsed = Integer.parseInt(number);
                Protocol.of(port.get("protocol").text("TCP"))
                        .filter(protocol -> parsed >= PortMatch.FIRST && parsed <= PortMatch.LAST)
                        .ifPresent(protocol -> ports.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(new PortMatch.Range(protocol, parsed, parsed)));
            }
        }
    }
}
