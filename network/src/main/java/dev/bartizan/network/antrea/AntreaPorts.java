package dev.bartizan.network.antrea;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Requests;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PortLists;
import dev.bartizan.network.reading.Written;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which packets a rule is about. */
final class AntreaPorts {
    private final PortLists lists;

    AntreaPorts(Complaints complaints) {
        this.lists = new PortLists(complaints);
    }

    /** In the notation of the model, in which none are all; empty when it is about other protocols alone, as ICMP. */
    Optional<List<PortMatch>> of(Written rule) {
        if (rule.get("ports").items() == 0) {
            return rule.get("protocols").items() == 0 ? Optional.of(List.of()) : Optional.empty();
        }
        List<PortMatch> ports = lists.ofNetworkPolicy(rule.get("ports"));
        return ports.isEmpty() ? Optional.empty() : Optional.of(ports);
    }

    /** A rule about ports of the sender, requests, or the address of a service only is about some packets of a connection only. */
    static Optional<Requests> requests(Written rule) {
        boolean hasSourcePorts = rule.get("ports").all().stream()
                .anyMatch(port -> port.get("sourcePort").isThere());
        boolean isPartial = hasSourcePorts
                || rule.get("l7Protocols").items() > 0
                || rule.get("toServices").items() > 0;
        if (!isPartial) {
            return Optional.empty();
        }
        SortedSet<String> methods = new TreeSet<>();
        SortedSet<String> paths = new TreeSet<>();
        SortedSet<String> hosts = new TreeSet<>();
        if (rule.get("l7Protocols").items() == 1) {
            Written http = rule.get("l7Protocols").item(0).get("http");
            add(http.get("method"), methods);
            add(http.get("path"), paths);
            add(http.get("host"), hosts);
            add(rule.get("l7Protocols").item(0).get("tls").get("sni"), hosts);
        }
        return Optional.of(new Requests(methods, paths, hosts));
    }

    private static void add(Written value, SortedSet<String> values) {
        if (!value.text().isEmpty()) {
            values.add(value.text());
        }
    }
}
