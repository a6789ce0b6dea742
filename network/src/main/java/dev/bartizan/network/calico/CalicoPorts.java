package dev.bartizan.network.calico;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The protocols and ports of rules. Other protocols than TCP, UDP and SCTP have no part in the answer: a rule about them alone matches nothing. */
final class CalicoPorts {
    private static final Set<String> OTHERS = Set.of("ICMP", "ICMPV6", "UDPLITE");

    private final Complaints complaints;

    CalicoPorts(Complaints complaints) {
        this.complaints = complaints;
    }

    /**
     * The ports of the receiving side that a rule is about, in the notation of the model, in which none are all.
     *
     * @return empty when it is about none
     */
    Optional<List<PortMatch>> of(Written rule, Written receiver) {
        Set<Protocol> protocols = protocols(rule);
        boolean isAllPorts =
                receiver.get("ports").items() == 0 && receiver.get("notPorts").items() == 0;
        boolean hasProtocol =
                rule.get("protocol").isThere() || rule.get("notProtocol").isThere();
        if (!isAllPorts && !hasProtocol) {
            complain(rule, "ports need a protocol");
        }
        if (protocols.isEmpty()) {
            return Optional.empty();
        }
        if (isAllPorts) {
            return Optional.of(
                    protocols.size() == Protocol.values().length
                            ? List.of()
                            : protocols.stream().map(PortMatch::all).toList());
        }
        var ports = new ArrayList<PortMatch>();
        protocols.forEach(protocol -> ports.addAll(ports(receiver, protocol)));
        return ports.isEmpty() ? Optional.empty() : Optional.of(ports);
    }

    private Set<Protocol> protocols(Written rule) {
        Set<Protocol> protocols = EnumSet.allOf(Protocol.class);
        if (rule.get("protocol").isThere()) {
            protocols.retainAll(protocol(rule.get("protocol")));
        }
        if (rule.get("notProtocol").isThere()) {
            protocols.removeAll(protocol(rule.get("notProtocol")));
        }
        return protocols;
    }

    private Set<Protocol> protocol(Written written) {
        String name = written.text().toUpperCase(Locale.ROOT);
        Optional<Protocol> known = switch (name) {
            case "6" -> Optional.of(Protocol.TCP);
            case "17" -> Optional.of(Protocol.UDP);
            case "132" -> Optional.of(Protocol.SCTP);
            case String text -> Protocol.of(text);
        };
        if (known.isEmpty() && !OTHERS.contains(name) && !name.matches("[1-9][0-9]{0,2}")) {
            complain(written, "this is no protocol that Calico knows");
        }
        return known.<Set<Protocol>>map(EnumSet::of).orElse(EnumSet.noneOf(Protocol.class));
    }

    private List<PortMatch> ports(Written receiver, Protocol protocol) {
        var numbers = new BitSet();
        var ports = new ArrayList<PortMatch>();
        for (Written port : receiver.get("ports").all()) {
            if (isName(port.text())) {
                ports.add(new PortMatch.Named(Optional.of(protocol), port.text()));
            } else {
                range(port, protocol).ifPresent(range -> numbers.set(range.first(), range.last() + 1));
            }
        }
        if (receiver.get("ports").items() == 0) {
            numbers.set(PortMatch.FIRST, PortMatch.LAST + 1);
        }
        for (Written port : receiver.get("notPorts").all()) {
            if (isName(port.text()) || !ports.isEmpty()) {
                complain(port, "exceptions from ports are evaluated only between numbers");
            } else {
                range(port, protocol).ifPresent(range -> numbers.clear(range.first(), range.last() + 1));
            }
        }
        for (int first = numbers.nextSetBit(0); first >= 0; first = numbers.nextSetBit(numbers.nextClearBit(first))) {
            ports.add(new PortMatch.Range(protocol, first, numbers.nextClearBit(first) - 1));
        }
        return ports;
    }

    private static boolean isName(String port) {
        return port.chars().anyMatch(unit -> (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z'));
    }

    /** {@code 80} or {@code 8000:8080}. */
    private Optional<PortMatch.Range> range(Written port, Protocol protocol) {
        String text = port.text();
        if (text.matches("[0-9]{1,5}(?::[0-9]{1,5})?")) {
            int colon = text.indexOf(':');
            int first = Integer.parseInt(colon < 0 ? text : text.substring(0, colon));
            int last = Integer.parseInt(text.substring(colon + 1));
            if (first <= last && last <= PortMatch.LAST && last >= PortMatch.FIRST) {
                return Optional.of(new PortMatch.Range(protocol, Math.max(first, PortMatch.FIRST), last));
            }
        }
        complain(port, "ports are numbers up to 65535, 8000:8080, or names");
        return Optional.empty();
    }

    private void complain(Written place, String why) {
        complaints.add(
                "port-invalid", "These ports cannot be matched: " + why + ".", "correct protocol and ports", place);
    }
}
