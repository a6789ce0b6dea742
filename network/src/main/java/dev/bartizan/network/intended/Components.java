package dev.bartizan.network.intended;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workloads of a platform by what they are. */
final class Components {
    private static final Set<String> TALKS = Set.of("calls", "reads", "writes", "loads", "routes");

    private final Platform platform;
    private final Signatures signatures;
    private final Map<String, List<Integer>> byKind = new HashMap<>();
    private final Map<Near, List<Integer>> byNamespace = new HashMap<>();

    private record Near(String namespace, String kind) {}

    Components(Platform platform, Signatures signatures, Workloads workloads) {
        this.platform = platform;
        this.signatures = signatures;
        for (int i = 0; i < platform.assets().size(); i++) {
            Classification known = platform.asset(i).classification();
            if (!workloads.of(i).isEmpty()) {
                List<String> kinds = new ArrayList<>(List.of(role(known.role())));
                known.component().ifPresent(component -> kinds.add(component(component)));
                for (String kind : kinds) {
                    byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(i);
                    byNamespace
                            .computeIfAbsent(new Near(platform.asset(i).namespace(), kind), key -> new ArrayList<>(1))
                            .add(i);
                }
            }
        }
    }

    /** The key of a role. */
    static String role(String role) {
        return "role " + role;
    }

    /** The key of a component. */
    static String component(String component) {
        return "component " + component;
    }

    Optional<Signature> signature(int asset) {
        return platform.asset(asset).classification().component().flatMap(signatures::component);
    }

    /**
     * Who is most likely meant: those of the same namespace, else those of the whole platform.
     *
     * @return more than one when nothing tells which
     */
    List<Integer> nearest(int asset, String kind) {
        return byNamespace.getOrDefault(
                new Near(platform.asset(asset).namespace(), kind), byKind.getOrDefault(kind, List.of()));
    }

    /** Whether settings say that it talks with something of this kind, here or elsewhere. */
    boolean talksTo(int asset, String kind) {
        for (Link link : platform.linksFrom(asset)) {
            if (TALKS.contains(link.kind()) && leadsTo(link.to(), kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsTo(int asset, String kind) {
        return is(asset, kind)
                || platform.linksFrom(asset).stream()
                        .anyMatch(link -> link.kind().equals("exposes") && is(link.to(), kind));
    }

    private boolean is(int asset, String kind) {
        Classification known = platform.asset(asset).classification();
        return kind.equals(role(known.role()))
                || known.component().map(one -> kind.equals(component(one))).orElse(false);
    }

    /** The ports at which a component does its work. */
    PortSet dataPorts(int asset) {
        return tcp(signature(asset).stream()
                .flatMap(signature -> signature.ports().stream())
                .filter(port -> port.purpose() == Signature.Port.Purpose.DATA)
                .map(Signature.Port::port)
                .toList());
    }

    static PortSet tcp(Collection<Integer> ports) {
        return ports.stream().map(port -> PortSet.of(Protocol.TCP, port)).reduce(PortSet.NONE, PortSet::union);
    }
}
