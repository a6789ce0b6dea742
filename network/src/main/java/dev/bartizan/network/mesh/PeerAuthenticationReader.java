package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PeerAuthentication: STRICT turns away who cannot show a certificate. That of a workload is asked before that of its namespace and that before that of the
 * mesh; what leaves a port unset leaves it to the next. Gateways do not ask it: their listeners say what they take.
 */
final class PeerAuthenticationReader implements PolicyReader {
    private static final PeerMatch UNIDENTIFIED =
            new PeerMatch.Not(new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, MeshPods.identified())));

    private final MeshSettings settings;
    private final Subjects subjects;
    private final Variants variants;
    private final Values values;
    private final Complaints complaints;

    PeerAuthenticationReader(MeshSettings settings, Subjects subjects, Variants variants, Complaints complaints) {
        this.settings = settings;
        this.subjects = subjects;
        this.variants = variants;
        this.values = new Values(complaints);
        this.complaints = complaints;
    }

    /** The one that decides is the first to say something of these. */
    private enum Scope {
        WORKLOAD,
        NAMESPACE,
        MESH
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        boolean hasSelector = spec.get("selector").get("matchLabels").isThere();
        boolean isRoot = settings.isRoot(manifest.namespace());
        Scope scope = hasSelector ? Scope.WORKLOAD : isRoot ? Scope.MESH : Scope.NAMESPACE;
        if (hasSelector && isRoot) {
            complaints.add(
                    "selector-in-root-namespace",
                    "A PeerAuthentication of the root namespace counts only without a selector; it is left out.",
                    "put it into the namespace of its workload",
                    spec.get("selector"));
            return List.of();
        }
        if (!hasSelector && spec.get("portLevelMtls").isThere()) {
            complaints.add(
                    "ports-without-selector",
                    "Ports of a PeerAuthentication count only beside a selector; they are left out.",
                    "give spec.selector, or leave spec.portLevelMtls out",
                    spec.get("portLevelMtls"));
        }
        List<Mode> modes = modes(spec, hasSelector);
        return variants.of(subjects.selected(manifest, Proxy.SIDECAR, Proxy.AMBIENT)).stream()
                .map(variant -> new Policy(
                        manifest.id(),
                        manifest.kind(),
                        manifest.fullName(),
                        MeshTiers.AUTHENTICATION,
                        new Rank(scope.ordinal(), manifest.namespace()),
                        variant.pods(),
                        Set.of(),
                        rules(modes, variant.ports().exempt()),
                        manifest.root().location()))
                .toList();
    }

    /** What is said of some ports. */
    private record Mode(String name, boolean isStrict, TcpPorts ports, Location location) {}

    private List<Mode> modes(Written spec, boolean hasSelector) {
        var modes = new ArrayList<Mode>();
        Written ports = spec.get("portLevelMtls");
        if (hasSelector && ports.node() instanceof Mapping mapping) {
            for (String key : mapping.keys()) {
                mode(ports.get(key).get("mode"), "mode of port " + key, values.port(key, ports.get(key)))
                        .ifPresent(modes::add);
            }
        }
        mode(spec.get("mtls").get("mode"), "mode", TcpPorts.ALL).ifPresent(modes::add);
        return modes;
    }

    /** Empty when it leaves the ports unset. */
    private Optional<Mode> mode(Written mode, String name, TcpPorts ports) {
        String said = mode.text();
        switch (said) {
            case "STRICT", "PERMISSIVE", "DISABLE" -> {
                return Optional.of(new Mode(name + " " + said, said.equals("STRICT"), ports, mode.location()));
            }
            case "", "UNSET" -> {}
            case String _ ->
                complaints.add(
                        "mode-unknown",
                        "This mode is not known; it is taken for UNSET.",
                        "write STRICT, PERMISSIVE, DISABLE or UNSET",
                        mode);
        }
        return Optional.empty();
    }

    private static List<Rule> rules(List<Mode> modes, TcpPorts exempt) {
        var rules = new ArrayList<Rule>();
        for (Mode mode : modes) {
            List<PortMatch> ports = mode.ports().without(exempt).ranges();
            if (!ports.isEmpty() && mode.isStrict()) {
                rules.add(rule(rules.size(), mode, Action.DENY, UNIDENTIFIED, ports));
            }
            if (!ports.isEmpty()) {
                rules.add(rule(rules.size(), mode, Action.PASS, new PeerMatch.Anybody(), ports));
            }
        }
        return rules;
    }

    private static Rule rule(int index, Mode mode, Action action, PeerMatch peer, List<PortMatch> ports) {
        return new Rule(Direction.INGRESS, index, mode.name(), action, List.of(peer), ports, mode.location());
    }
}
