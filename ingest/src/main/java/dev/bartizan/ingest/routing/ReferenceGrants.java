package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which routes may lead into another namespace: those that a ReferenceGrant in that namespace names (gateway-api.sigs.k8s.io/api-types/referencegrant).
 */
final class ReferenceGrants {
    private final Map<Namespace, List<Node>> grants = new HashMap<>();

    private record Namespace(String cluster, String name) {}

    private ReferenceGrants() {}

    static ReferenceGrants of(List<Identified> all) {
        var found = new ReferenceGrants();
        for (Identified entry : all) {
            if (entry.manifest().is("gateway.networking.k8s.io", "ReferenceGrant")) {
                found.grants
                        .computeIfAbsent(new Namespace(entry.cluster(), entry.namespace()), key -> new ArrayList<>())
                        .add(entry.manifest().root().get("spec"));
            }
        }
        return found;
    }

    boolean allow(Identified from, String group, String kind, String namespace, String name) {
        return namespace.equals(from.namespace())
                || grants.getOrDefault(new Namespace(from.cluster(), namespace), List.of()).stream()
                        .anyMatch(grant -> isFrom(grant, from) && isTo(grant, group, kind, name));
    }

    private static boolean isFrom(Node grant, Identified from) {
        return grant.get("from").items().stream()
                .anyMatch(source -> source.get("namespace").text("").equals(from.namespace())
                        && source.get("kind").text("").equals(from.manifest().kind())
                        && source.get("group").text("").equals(from.manifest().group()));
    }

    private static boolean isTo(Node grant, String group, String kind, String name) {
        return grant.get("to").items().stream().anyMatch(target -> {
            String targetGroup = target.get("group").text("");
            Optional<String> only = target.get("name").text();
            return (targetGroup.isEmpty() ? "core" : targetGroup).equals(group)
                    && target.get("kind").text("").equals(kind)
                    && only.map(name::equals).orElse(true);
        });
    }
}
