package dev.bartizan.network.mesh;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which ports of a pod carry no HTTP, as the services before it say: by {@code appProtocol}, else by the beginning of a port's name, else by ports that are known
 * for it (istio.io, "Protocol Selection"). Where nothing says so, a proxy finds out by itself.
 */
final class AppProtocols {
    private static final Set<String> NOT_HTTP = Set.of("tcp", "tls", "https", "mongo", "mysql", "redis");
    private static final Set<String> KNOWN_PORTS = Set.of("25", "53", "3306", "27017");

    /** Those that name a port without HTTP, by namespace and the first label that they select. */
    private final Map<String, List<Written>> specs = new HashMap<>();

    AppProtocols(Manifests manifests) {
        for (PolicyManifest service : manifests.of("core/Service")) {
            Written spec = service.root().get("spec");
            boolean isNamed = Values.items(spec.get("ports")).stream().anyMatch(AppProtocols::isWithoutHttp);
            if (isNamed && spec.get("selector").node() instanceof Mapping labels && labels.size() > 0) {
                specs.computeIfAbsent(
                                key(
                                        service.namespace(),
                                        labels.key(0),
                                        labels.value(0).text("")),
                                key -> new ArrayList<>())
                        .add(spec);
            }
        }
    }

    private static String key(String namespace, String label, String value) {
        return namespace + " " + label + "=" + value;
    }

    /** @param named the ports that its containers name */
    TcpPorts withoutHttp(String namespace, Map<String, String> labels, SortedMap<String, List<PortMatch.Range>> named) {
        TcpPorts ports = TcpPorts.NONE;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            for (Written spec : specs.getOrDefault(key(namespace, label.getKey(), label.getValue()), List.of())) {
                if (selects(spec.get("selector"), labels)) {
                    ports = ports.or(withoutHttp(spec, named));
                }
            }
        }
        return ports;
    }

    private static TcpPorts withoutHttp(Written spec, SortedMap<String, List<PortMatch.Range>> named) {
        TcpPorts ports = TcpPorts.NONE;
        for (Written port : Values.items(spec.get("ports"))) {
            ports = ports.or(isWithoutHttp(port) ? target(port, named) : TcpPorts.NONE);
        }
        return ports;
    }

    private static boolean selects(Written selector, Map<String, String> labels) {
        return selector.node() instanceof Mapping wanted
                && wanted.keys().stream()
                        .allMatch(key -> wanted.get(key).text("").equals(labels.get(key)));
    }

    private static boolean isWithoutHttp(Written port) {
        String protocol = port.get("appProtocol").text();
        String name = port.get("name").text();
        String said = protocol.isEmpty() ? name.substring(0, end(name)) : protocol;
        boolean isUnsaid = protocol.isEmpty() && name.isEmpty();
        return NOT_HTTP.contains(said)
                || (isUnsaid && KNOWN_PORTS.contains(port.get("port").text()));
    }

    private static int end(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? name.length() : dash;
    }

    private static TcpPorts target(Written port, SortedMap<String, List<PortMatch.Range>> named) {
        Written target = port.get("targetPort").isThere() ? port.get("targetPort") : port.get("port");
        TcpPorts ports = TcpPorts.written(target.text());
        for (PortMatch.Range range : named.getOrDefault(target.text(), List.of())) {
            ports = ports.or(TcpPorts.of(range.first()));
        }
        return ports;
    }
}
