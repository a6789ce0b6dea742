package dev.bartizan.network.cilium;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Requests;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of Cilium. One that names neither peers nor ports matches nothing (examples/policies/l3/egress-default-deny). One in which something cannot be
 * read fails closed: if it allows it is left out, if it denies it denies everything.
 */
final class CiliumRules {
    private static final Set<String> FIELDS = Set.of(
            "toPorts",
            "icmps",
            "authentication",
            "fromEndpoints",
            "fromEntities",
            "fromCIDR",
            "fromCIDRSet",
            "fromNodes",
            "fromGroups",
            "fromRequires",
            "toEndpoints",
            "toEntities",
            "toCIDR",
            "toCIDRSet",
            "toServices",
            "toFQDNs",
            "toNodes",
            "toGroups",
            "toRequires");

    private final Complaints complaints;
    private final CiliumPeers peers;
    private final CiliumPorts ports;

    CiliumRules(Complaints complaints, CiliumPeers peers) {
        this.complaints = complaints;
        this.peers = peers;
        this.ports = new CiliumPorts(complaints);
    }

    /** Of one list; an entry may become several rules, for the requests that it allows. */
    List<Rule> of(Written list, Direction direction, Action action, Optional<String> namespace) {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < list.items(); i++) {
            Written written = list.item(i);
            long wrong = complaints.count();
            FieldNames.check(written, FIELDS, complaints);
            List<Rule> read = rules(written, i, direction, action, namespace);
            if (complaints.count() == wrong) {
                rules.addAll(read);
            } else if (action == Action.DENY) {
                rules.add(rule(
                        written, i, direction, action, List.of(new PeerMatch.Anybody()), List.of(), Optional.empty()));
            }
        }
        return rules;
    }

    private List<Rule> rules(
            Written written, int index, Direction direction, Action action, Optional<String> namespace) {
        String side = direction == Direction.INGRESS ? "from" : "to";
        Optional<List<PeerMatch>> named = peers.of(written, side, namespace);
        Written toPorts = written.get("toPorts");
        boolean hasPorts = toPorts.items() > 0;
        boolean isAboutOthers = !hasPorts && written.get("icmps").items() > 0;
        if (isAboutOthers || (named.isEmpty() && !hasPorts)) {
            return List.of();
        }
        note(written.get("authentication"));
        List<PeerMatch> meant = named.orElse(List.of(new PeerMatch.Anybody()));
        if (!hasPorts) {
            return List.of(rule(written, index, direction, action, meant, List.of(), Optional.empty()));
        }
        var rules = new ArrayList<Rule>();
        for (Written entry : toPorts.all()) {
            ports.of(entry.get("ports"))
                    .ifPresent(matched -> CiliumRequests.of(entry)
                            .forEach(requests ->
                                    rules.add(rule(written, index, direction, action, meant, matched, requests))));
        }
        return rules;
    }

    private static Rule rule(
            Written written,
            int index,
            Direction direction,
            Action action,
            List<PeerMatch> peers,
            List<PortMatch> ports,
            Optional<Requests> requests) {
        String name = (action == Action.DENY ? "deny rule " : "rule ") + (index + 1);
        return new Rule(direction, index, name, action, peers, ports, requests, written.location());
    }

    private void note(Written authentication) {
        if (authentication.get("mode").text().equals("required")) {
            complaints.note(
                    "authentication-required",
                    "This rule asks for mutual authentication; it is taken to succeed.",
                    "nothing to do",
                    authentication);
        }
    }
}
