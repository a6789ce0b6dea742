package dev.bartizan.network.mesh;

import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where sidecars take plain text only, because PeerAuthentication says DISABLE there: nobody shows a certificate, and no policy can know who he is. */
final class PlainText {
    private static final String DISABLE = "DISABLE";

    private final MeshSettings settings;
    private final Map<String, List<Written>> specs = new HashMap<>();
    private boolean isSaid;
    private final Selectors selectors = new Selectors(new Complaints());

    PlainText(MeshSettings settings, Manifests manifests) {
        this.settings = settings;
        for (PolicyManifest each : manifests.of("security.istio.io/PeerAuthentication")) {
            Written spec = each.root().get("spec");
            specs.computeIfAbsent(each.namespace(), key -> new ArrayList<>()).add(spec);
            isSaid |= saysSo(spec);
        }
    }

    private static boolean saysSo(Written spec) {
        return DISABLE.equals(spec.get("mtls").get("mode").text())
                || (spec.get("portLevelMtls").node() instanceof Mapping ports
                        && ports.values().stream()
                                .anyMatch(
                                        port -> DISABLE.equals(port.get("mode").text(""))));
    }

    /** Of the ports of a pod; that of the workload counts before that of its namespace, that before that of the mesh. */
    TcpPorts of(String namespace, Map<String, String> labels) {
        if (!isSaid) {
            return TcpPorts.NONE;
        }
        List<Written> own = specs.getOrDefault(namespace, List.of()).stream()
                .filter(spec -> !settings.isRoot(namespace) && isSelected(spec, labels))
                .toList();
        TcpPorts plain = mode(own)
                .or(() -> mode(unselected(namespace)))
                .or(() -> settings.rootNamespaces().stream()
                        .flatMap(root -> mode(unselected(root)).stream())
                        .findFirst())
                .filter(DISABLE::equals)
                .map(mode -> TcpPorts.ALL)
                .orElse(TcpPorts.NONE);
        for (Written spec : own) {
            plain = ports(spec.get("portLevelMtls"), plain);
        }
        return plain;
    }

    private boolean isSelected(Written spec, Map<String, String> labels) {
        return spec.get("selector").get("matchLabels").isThere()
                && selectors.read(spec.get("selector")).matches(labels);
    }

    private List<Written> unselected(String namespace) {
        return specs.getOrDefault(namespace, List.of()).stream()
                .filter(spec -> !spec.get("selector").get("matchLabels").isThere())
                .toList();
    }

    private static Optional<String> mode(List<Written> specs) {
        return specs.stream()
                .map(spec -> spec.get("mtls").get("mode").text())
                .filter(mode -> !mode.isEmpty() && !mode.equals("UNSET"))
                .findFirst();
    }

    private static TcpPorts ports(Written ports, TcpPorts plain) {
        TcpPorts changed = plain;
        if (ports.node() instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                TcpPorts port = TcpPorts.written(mapping.key(i));
                changed = switch (mapping.value(i).get("mode").text("")) {
                    case DISABLE -> changed.or(port);
                    case "STRICT", "PERMISSIVE" -> changed.without(port);
                    case String _ -> changed;
                };
            }
        }
        return changed;
    }
}
