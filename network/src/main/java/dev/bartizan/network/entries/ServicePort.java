package dev.bartizan.network.entries;

import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One port of a Service.
 *
 * @param target number or name of the pods' port
 */
record ServicePort(String name, String port, String target) {

    /** Those of TCP. */
    static List<ServicePort> of(Node service) {
        var ports = new ArrayList<ServicePort>();
        for (Node port : service.at("spec", "ports").items()) {
            if (port.get("protocol").text("TCP").equals("TCP")) {
                String number = port.get("port").text("");
                ports.add(new ServicePort(
                        port.get("name").text(""),
                        number,
                        port.get("targetPort").text(number)));
            }
        }
        return ports;
    }

    /** Whether a route means it: by its number, its name, or what the pods call it. None given means every port. */
    boolean isMeantBy(String asked) {
        return asked.isEmpty() || asked.equals(port) || asked.equals(target) || (!name.isEmpty() && asked.equals(name));
    }

    /** The numbers that it has at a pod. */
    Stream<Integer> numbers(Pod pod) {
        if (target.matches("[0-9]{1,5}")) {
            return Stream.of(Integer.parseInt(target))
                    .filter(number -> number >= PortMatch.FIRST && number <= PortMatch.LAST);
        }
        return pod.ports().getOrDefault(target, List.of()).stream()
                .filter(range -> range.protocol() == Protocol.TCP)
                .map(PortMatch.Range::first);
    }
}
