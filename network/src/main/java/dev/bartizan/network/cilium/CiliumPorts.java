package dev.bartizan.network.cilium;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ports of rules: without a protocol, of all of them; the port 0 is every port (Documentation/security/policy/layer4.rst). */
final class CiliumPorts {
    private static final Set<String> OTHERS = Set.of("ICMP", "ICMPV6", "VRRP", "IGMP");

    private final Complaints complaints;

    CiliumPorts(Complaints complaints) {
        this.complaints = complaints;
    }

    /**
     * Of one entry of toPorts, in the notation of the model, in which none are all.
     *
     * @return empty when it is about none of the protocols that are evaluated
     */
    Optional<List<PortMatch>> of(Written ports) {
        if (ports.items() == 0) {
            return Optional.of(List.of());
        }
        var matches = new ArrayList<PortMatch>();
        for (Written port : ports.all()) {
            for (Protocol protocol : protocols(port.get("protocol"))) {
                match(port, protocol).ifPresent(matches::add);
            }
        }
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches);
    }

    private List<Protocol> protocols(Written written) {
        String name = written.text().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("ANY")) {
            return List.of(Protocol.values());
        }
        Optional<Protocol> known = Protocol.of(name);
        if (known.isEmpty() && !OTHERS.contains(name)) {
            complain(written, "this is no protocol that Cilium knows");
        }
        return known.stream().toList();
    }

    private Optional<PortMatch> match(Written port, Protocol protocol) {
        String first = port.get("port").text();
        if (first.chars().anyMatch(unit -> (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z'))) {
            return Optional.of(new PortMatch.Named(Optional.of(protocol), first.toLowerCase(Locale.ROOT)));
        }
        String last = port.get("endPort").isThere() ? port.get("endPort").text() : first;
        if (!first.matches("[0-9]{1,5}") || !last.matches("[0-9]{1,5}")) {
            complain(port, "a port is a number or a name");
            return Optional.empty();
        }
        if (Integer.parseInt(first) == 0) {
            return Optional.of(PortMatch.all(protocol));
        }
        int end = last.equals("0") ? Integer.parseInt(first) : Integer.parseInt(last);
        if (end < Integer.parseInt(first) || end > PortMatch.LAST) {
            complain(port, "ports go up to 65535, the smaller one first");
            return Optional.empty();
        }
        return Optional.of(new PortMatch.Range(protocol, Integer.parseInt(first), end));
    }

    private void complain(Written place, String why) {
        complaints.add(
                "port-invalid", "These ports cannot be matched: " + why + ".", "correct protocol and ports", place);
    }
}
