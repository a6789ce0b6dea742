package dev.bartizan.network.calico;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Requests;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.Services.Backends;
import dev.bartizan.network.reading.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rules of Calico. One in which something cannot be read fails closed: if it allows it is left out, else it denies everything to the pods of the policy.
 */
final class CalicoRules {
    private static final Set<String> FIELDS = Set.of(
            "action",
            "metadata",
            "ipVersion",
            "protocol",
            "notProtocol",
            "icmp",
            "notICMP",
            "source",
            "destination",
            "http");

    private final Complaints complaints;
    private final Entities entities;
    private final CalicoPorts ports;

    CalicoRules(Complaints complaints, Entities entities) {
        this.complaints = complaints;
        this.entities = entities;
        this.ports = new CalicoPorts(complaints);
    }

    /** @param own which of the pods of its policy it is about */
    record OwnRule(PodMatch own, Rule rule) {}

    /** Empty when it decides nothing. */
    Optional<OwnRule> read(Direction direction, int index, Written rule, Optional<String> namespace) {
        Optional<Action> action = action(rule.get("action"));
        if (action.isEmpty()) {
            return Optional.empty();
        }
        long wrong = complaints.count();
        FieldNames.check(rule, FIELDS, complaints);
        boolean isIngress = direction == Direction.INGRESS;
        PodMatch own = entities.own(rule.get(isIngress ? "destination" : "source"), namespace);
        PeerMatch peer = entities.peer(rule.get(isIngress ? "source" : "destination"), namespace);
        Optional<List<PortMatch>> matched = ports(direction, rule, namespace);
        String name = "rule " + (index + 1);
        if (complaints.count() > wrong) {
            return action.get() == Action.ALLOW
                    ? Optional.empty()
                    : Optional.of(new OwnRule(
                            PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING),
                            new Rule(
                                    direction,
                                    index,
                                    name,
                                    Action.DENY,
                                    List.of(new PeerMatch.Anybody()),
                                    List.of(),
                                    rule.location())));
        }
        return matched.map(list -> new OwnRule(
                own,
                new Rule(
                        direction,
                        index,
                        name,
                        action.get(),
                        List.of(ofFamily(rule.get("ipVersion"), peer)),
                        list,
                        requests(rule),
                        rule.location())));
    }

    /** Log goes on to the next rule. */
    private Optional<Action> action(Written action) {
        return switch (action.text()) {
            case "Allow" -> Optional.of(Action.ALLOW);
            case "Deny" -> Optional.of(Action.DENY);
            case "Pass" -> Optional.of(Action.PASS);
            case "Log" -> Optional.empty();
            case String _ -> {
                complaints.add(
                        "action-unknown",
                        "This action is not known; its rule is left out.",
                        "write Allow, Deny, Pass or Log",
                        action);
                yield Optional.empty();
            }
        };
    }

    /** Of a service that a rule names, the ports are those that it leads to. */
    private Optional<List<PortMatch>> ports(Direction direction, Written rule, Optional<String> namespace) {
        Written service = rule.get("destination").get("services");
        return direction == Direction.EGRESS && service.isThere()
                ? entities.service(service, namespace).map(Backends::ports)
                : ports.of(rule, rule.get("destination"));
    }

    /** A rule about one family of addresses, ports of the sender or requests is about some packets of a connection only. */
    private static Optional<Requests> requests(Written rule) {
        Written source = rule.get("source");
        boolean isPartial = rule.get("http").isThere()
                || rule.get("ipVersion").isThere()
                || source.get("ports").items() > 0
                || source.get("notPorts").items() > 0;
        SortedSet<String> paths = new TreeSet<>();
        for (Written path : rule.get("http").get("paths").all()) {
            paths.add(
                    path.get("exact").isThere()
                            ? path.get("exact").text()
                            : path.get("prefix").text() + "*");
        }
        return isPartial
                ? Optional.of(new Requests(
                        new TreeSet<>(rule.get("http").get("methods").texts()), paths, new TreeSet<>()))
                : Optional.empty();
    }

    private static PeerMatch ofFamily(Written version, PeerMatch peer) {
        if (!version.isThere()) {
            return peer;
        }
        var family = new PeerMatch.Addresses(
                AddressRange.all(version.text().equals("6") ? AddressRange.IPV6 : AddressRange.IPV4), List.of());
        var pods = new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING));
        return new PeerMatch.AllOf(List.of(peer, PeerMatch.anyOf(List.of(family, pods))));
    }
}
