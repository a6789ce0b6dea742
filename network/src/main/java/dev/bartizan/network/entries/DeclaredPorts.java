package dev.bartizan.network.entries;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The ports of TCP that the containers of workloads declare. Kubernetes does not ask them to. */
final class DeclaredPorts {
    private final Map<Integer, Set<Integer>> byAsset = new HashMap<>();

    private DeclaredPorts() {}

    static DeclaredPorts of(Snapshot snapshot) {
        var declared = new DeclaredPorts();
        snapshot.trees().pods().forEach(declared::add);
        return declared;
    }

    private void add(PodTemplate template) {
        template.spec().get("containers").items().stream()
                .flatMap(container -> container.get("ports").items().stream())
                .filter(port -> port.get("protocol").text("TCP").equals("TCP"))
                .map(port -> port.get("containerPort").text(""))
                .filter(number -> number.matches("[0-9]{1,5}"))
                .forEach(number -> byAsset.computeIfAbsent(template.asset(), key -> new HashSet<>())
                        .add(Integer.parseInt(number)));
    }

    boolean has(int asset, int port) {
        return byAsset.getOrDefault(asset, Set.of()).contains(port);
    }
}
