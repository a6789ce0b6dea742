package dev.bartizan.network.antrea;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.Services;
import dev.bartizan.network.reading.Services.Backends;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of Antrea. One in which something cannot be read fails closed: if it allows it is left out, else it denies everything to the pods of the policy.
 */
final class AntreaRules {
    private static final Set<String> FIELDS = Set.of(
            "action",
            "ports",
            "protocols",
            "l7Protocols",
            "from",
            "to",
            "toServices",
            "name",
            "enableLogging",
            "logLabel",
            "appliedTo");

    private static final PodMatch ALL = PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING);

    private final Complaints complaints;
    private final AntreaPeers peers;
    private final AntreaPorts ports;
    private final SameNamespaces same;
    private final Services services;

    AntreaRules(Complaints complaints, AntreaPeers peers, SameNamespaces same, Services services) {
        this.complaints = complaints;
        this.peers = peers;
        this.ports = new AntreaPorts(complaints);
        this.same = same;
        this.services = services;
    }

    /** @param own which of the pods of its policy it is about */
    record OwnRule(PodMatch own, Rule rule) {}

    /** A rule, as one for each set of namespaces that it tells apart. */
    private record Draft(Written written, Direction direction, int index, Action action) {
        OwnRule of(PodMatch own, List<PeerMatch> meant, List<PortMatch> matched) {
            String name = written.get("name").isThere() ? written.get("name").text() : "rule " + (index + 1);
            return new OwnRule(
                    own,
                    new Rule(
                            direction,
                            index,
                            name,
                            action,
                            meant,
                            matched,
                            AntreaPorts.requests(written),
                            written.location()));
        }

        OwnRule failedClosed() {
            return new OwnRule(
                    ALL,
                    new Rule(
                            direction,
                            index,
                            "rule " + (index + 1),
                            Action.DENY,
                            List.of(new PeerMatch.Anybody()),
                            List.of(),
                            written.location()));
        }
    }

    List<OwnRule> read(Direction direction, int index, Written rule, Optional<String> namespace) {
        Optional<Action> action = action(rule.get("action"));
        if (action.isEmpty()) {
            return List.of();
        }
        long wrong = complaints.count();
        FieldNames.check(rule, FIELDS, complaints);
        var draft = new Draft(rule, direction, index, action.get());
        List<OwnRule> read =
                ports.of(rule).map(matched -> rules(draft, matched, namespace)).orElse(List.of());
        if (complaints.count() == wrong) {
            return read;
        }
        return action.get() == Action.ALLOW ? List.of() : List.of(draft.failedClosed());
    }

    private Optional<Action> action(Written action) {
        return switch (action.text()) {
            case "Allow" -> Optional.of(Action.ALLOW);
            case "Drop", "Reject" -> Optional.of(Action.DENY);
            case "Pass" -> Optional.of(Action.PASS);
            case String _ -> {
                complaints.add(
                        "action-unknown",
                        "This action is not known; its rule is left out.",
                        "write Allow, Drop, Reject or Pass",
                        action);
                yield Optional.empty();
            }
        };
    }

    private List<OwnRule> rules(Draft draft, List<PortMatch> matched, Optional<String> namespace) {
        Written rule = draft.written();
        Written list = rule.get(draft.direction() == Direction.INGRESS ? "from" : "to");
        if (rule.get("toServices").items() > 0) {
            return services(draft);
        }
        if (list.items() == 0) {
            return List.of(draft.of(ALL, List.of(new PeerMatch.Anybody()), matched));
        }
        var rules = new ArrayList<OwnRule>();
        var meant = new ArrayList<PeerMatch>();
        for (Written peer : list.all()) {
            if (peer.get("namespaces").isThere()) {
                LabelSelector pods = peers.within(peer);
                for (PodMatch shared : same.of(peer.get("namespaces"))) {
                    PodMatch others = shared.and(PodMatch.across(LabelSelector.EVERYTHING, pods));
                    rules.add(draft.of(shared, List.of(new PeerMatch.Pods(others)), matched));
                }
            } else {
                meant.addAll(peers.of(peer, namespace));
            }
        }
        rules.add(draft.of(ALL, meant, matched));
        return rules;
    }

    private List<OwnRule> services(Draft draft) {
        var rules = new ArrayList<OwnRule>();
        for (Written service : draft.written().get("toServices").all()) {
            Optional<Backends> backends = services.behind(
                    service.get("namespace").text(), service.get("name").text());
            if (backends.isEmpty()) {
                complaints.add(
                        "service-unknown",
                        "What is behind this service is not in the manifests: it is not there, or it has no selector.",
                        "give the manifest of the service",
                        service);
            }
            backends.filter(found -> !found.ports().isEmpty())
                    .ifPresent(found ->
                            rules.add(draft.of(ALL, List.of(new PeerMatch.Pods(found.pods())), found.ports())));
        }
        return rules;
    }
}
