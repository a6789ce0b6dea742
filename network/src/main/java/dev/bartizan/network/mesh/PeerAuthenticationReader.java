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
    private final Values values;
    private final Complaints complaints;

    PeerAuthenticationReader(MeshSettings settings, Subjects subjects, Complaints complaints) {
        this.settings = settings;
        this.subjects = subjects;
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
        var rules = new ArrayList<Rule>();
        if (hasSelector) {
            ports(spec.get("portLevelMtls"), rules);
        } else if (spec.get("portLevelMtls").isThere()) {
            complaints.add(
                    "ports-without-selector",
                    "Ports of a PeerAuthentication count only beside a selector; they are left out.",
                    "give spec.selector, or leave spec.portLevelMtls out",
                    spec.get("portLevelMtls"));
        }
        mode(spec.get("mtls").get("mode"), "mode", List.of(), rules);
        return List.of(new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                MeshTiers.AUTHENTICATION,
                new Rank(scope.ordinal(), manifest.namespace()),
                subjects.selected(manifest, Proxy.SIDECAR, Proxy.AMBIENT),
                Set.of(),
                rules,
                manifest.root().location()));
    }

    private void ports(Written ports, List<Rule> rules) {
        if (ports.node() instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                TcpPorts port = values.port(mapping.key(i), ports.get(mapping.key(i)));
                if (!port.isEmpty()) {
                    mode(ports.get(mapping.key(i)).get("mode"), "mode of port " + mapping.key(i), port.ranges(), rules);
                }
            }
        }
    }

    private void mode(Written mode, String name, List<PortMatch> ports, List<Rule> rules) {
        Location location = mode.location();
        switch (mode.text()) {
            case "STRICT" -> {
                rules.add(rule(rules.size(), name + " STRICT", Action.DENY, UNIDENTIFIED, ports, location));
                rules.add(rule(rules.size(), name + " STRICT", Action.PASS, new PeerMatch.Anybody(), ports, location));
            }
            case "PERMISSIVE", "DISABLE" ->
                rules.add(rule(
                        rules.size(), name + " " + mode.text(), Action.PASS, new PeerMatch.Anybody(), ports, location));
            case "", "UNSET" -> {}
            case String _ ->
                complaints.add(
                        "mode-unknown",
                        "This mode is not known; it is taken for UNSET.",
                        "write STRICT, PERMISSIVE, DISABLE or UNSET",
                        mode);
        }
    }

    private static Rule rule(
            int index, String name, Action action, PeerMatch peer, List<PortMatch> ports, Location location) {
        List<PortMatch> matched = ports.isEmpty() ? TcpPorts.ALL.ranges() : ports;
        return new Rule(Direction.INGRESS, index, name, action, List.of(peer), matched, Optional.empty(), location);
    }
}
