package dev.bartizan.network.reading;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The ports of rules. What cannot be read matches nothing, and is said. */
public final class PortLists {
    private static final int LONGEST_NUMBER = 9;

    private final Complaints complaints;

    public PortLists(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Of NetworkPolicy: a protocol that is left out is TCP, a port that is left out is every port of the protocol. */
    public List<PortMatch> ofNetworkPolicy(Written ports) {
        var matches = new ArrayList<PortMatch>();
        for (int i = 0; i < ports.items(); i++) {
            Written port = ports.item(i);
            String name = port.get("protocol").text();
            Optional<Protocol> protocol = name.isEmpty() ? Optional.of(Protocol.TCP) : protocol(port.get("protocol"));
            protocol.flatMap(known -> networkPolicyPort(port, known)).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<PortMatch> networkPolicyPort(Written port, Protocol protocol) {
        Written number = port.get("port");
        if (!number.isThere()) {
            if (port.get("endPort").isThere()) {
                complain(port.get("endPort"), "endPort stands without a port");
            }
            return Optional.of(PortMatch.all(protocol));
        }
        if (number(number.text()).isEmpty()) {
            if (port.get("endPort").isThere()) {
                complain(port.get("endPort"), "endPort needs a port that is a number");
                return Optional.empty();
            }
            return Optional.of(new PortMatch.Named(Optional.of(protocol), number.text()));
        }
        Written end = port.get("endPort").isThere() ? port.get("endPort") : number;
        return range(protocol, number, end);
    }

    /** Of AdminNetworkPolicy and its baseline: the name of a port comes with its own protocol. */
    public List<PortMatch> ofAdminPolicy(Written ports) {
        var matches = new ArrayList<PortMatch>();
        for (int i = 0; i < ports.items(); i++) {
            Written port = ports.item(i);
            if (port.get("portNumber").isThere()) {
                Written number = port.get("portNumber");
                adminPort(number, number.get("port"), number.get("port")).ifPresent(matches::add);
            } else if (port.get("portRange").isThere()) {
                Written range = port.get("portRange");
                adminPort(range, range.get("start"), range.get("end")).ifPresent(matches::add);
            } else if (port.get("namedPort").isThere()) {
                matches.add(new PortMatch.Named(
                        Optional.empty(), port.get("namedPort").text()));
            } else {
                complain(port, "this port is neither portNumber, portRange nor namedPort");
            }
        }
        return matches;
    }

    private Optional<PortMatch> adminPort(Written port, Written first, Written last) {
        Optional<Protocol> protocol =
                port.get("protocol").isThere() ? protocol(port.get("protocol")) : Optional.of(Protocol.TCP);
        return port.get("start").isThere() && first.text().equals(last.text())
                ? notARange(last)
                : protocol.flatMap(known -> range(known, first, last));
    }

    /** Of ClusterNetworkPolicy. */
    public List<PortMatch> ofClusterPolicy(Written protocols) {
        var matches = new ArrayList<PortMatch>();
        for (int i = 0; i < protocols.items(); i++) {
            Written entry = protocols.item(i);
            if (entry.get("destinationNamedPort").isThere()) {
                matches.add(new PortMatch.Named(
                        Optional.empty(), entry.get("destinationNamedPort").text()));
                continue;
            }
            Optional<PortMatch> match = Optional.empty();
            for (Protocol protocol : Protocol.values()) {
                Written transport = entry.get(protocol.name().toLowerCase(Locale.ROOT));
                if (transport.isThere()) {
                    match = destination(protocol, transport.get("destinationPort"));
                }
            }
            match.ifPresentOrElse(
                    matches::add, () -> complain(entry, "this protocol is none that this version of the policy knows"));
        }
        return matches;
    }

    private Optional<PortMatch> destination(Protocol protocol, Written port) {
        Written asked = port.get("range");
        if (asked.isThere() && asked.get("start").text().equals(asked.get("end").text())) {
            return notARange(asked.get("end"));
        }
        if (asked.isThere()) {
            return range(protocol, asked.get("start"), asked.get("end"));
        }
        return port.isThere() ? range(protocol, port.get("number"), port.get("number")) : Optional.empty();
    }

    private Optional<PortMatch> notARange(Written end) {
        complain(end, "a range ends behind its start");
        return Optional.empty();
    }

    private Optional<PortMatch> range(Protocol protocol, Written first, Written last) {
        OptionalInt from = number(first.text());
        OptionalInt to = number(last.text());
        if (from.isEmpty()
                || to.isEmpty()
                || from.getAsInt() < PortMatch.FIRST
                || to.getAsInt() > PortMatch.LAST
                || from.getAsInt() > to.getAsInt()) {
            complain(last, "ports go from 1 to 65535, the smaller one first");
            return Optional.empty();
        }
        return Optional.of(new PortMatch.Range(protocol, from.getAsInt(), to.getAsInt()));
    }

    private Optional<Protocol> protocol(Written name) {
        Optional<Protocol> protocol = Protocol.of(name.text());
        if (protocol.isEmpty()) {
            complain(name, "policies know TCP, UDP and SCTP");
        }
        return protocol;
    }

    private static OptionalInt number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private void complain(Written place, String why) {
        complaints.add(
                "port-invalid",
                "These ports cannot be matched: " + why + ". They are taken to match nothing.",
                "correct the port",
                place);
    }
}
