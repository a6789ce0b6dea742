package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.Waypoints.Waypoint;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What waypoints ask. They see only what comes through them: senders that show who they are, and of pods that are reached by a Service, only what is sent to that.
 * A pod's own tunnel sees the waypoint's identity on what came through it.
 */
final class WaypointPolicies {
    private static final PeerMatch IDENTIFIED =
            new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, MeshPods.identified()));
    private static final String SENT_TO_POD = "that it is sent to the pod itself, past the waypoint of its Service";
    private static final String SENT_TO_SERVICE = "that it is sent to the Service, so that its waypoint is asked";

    private final Waypoints waypoints;

    WaypointPolicies(Waypoints waypoints) {
        this.waypoints = waypoints;
    }

    /**
     * Pods that a policy attached to something is about.
     *
     * @param isAlways whether what comes with an identity comes through the waypoint
     */
    record Subject(PodMatch pods, boolean isAlways) {}

    /** Of one target of a policy; none when no waypoint asks it. */
    List<Subject> subjects(PolicyManifest manifest, Written target, boolean isRoot) {
        String name = target.get("name").text();
        String group = target.get("group").text();
        return switch (target.get("kind").text()) {
            case "Gateway" -> ofWaypoint(manifest.namespace() + "/" + name);
            case "GatewayClass" ->
                isRoot && name.equals("istio-waypoint")
                        ? all().flatMap(each -> ofWaypoint(each.fullName()).stream())
                                .toList()
                        : List.of();
            case "Service" ->
                (group.isEmpty() || group.equals("core")) && waypoints.isServed(manifest.namespace() + "/" + name)
                        ? List.of(new Subject(
                                PodMatch.in(manifest.namespace(), Waypoints.behind(manifest.namespace() + "/" + name)),
                                false))
                        : List.of();
            case String _ -> List.of();
        };
    }

    private Stream<Waypoint> all() {
        var all = new ArrayList<Waypoint>();
        waypoints.all().forEach(all::add);
        return all.stream();
    }

    private List<Subject> ofWaypoint(String fullName) {
        return waypoints.isWaypoint(fullName)
                ? List.of(
                        new Subject(PodMatch.across(LabelSelector.EVERYTHING, Waypoints.ofPods(fullName)), true),
                        new Subject(PodMatch.across(LabelSelector.EVERYTHING, Waypoints.ofServices(fullName)), false))
                : List.of();
    }

    /** What an attached policy says about some pods: whom it allows goes on to the pods' own tunnel. */
    Policy policy(PolicyManifest manifest, Subject subject, Action action, Tier tier, List<Statement> read) {
        var rules = new ArrayList<Rule>();
        for (Statement statement : read) {
            statement.rules(ProxyPorts.UNKNOWN, List.of()).forEach(rule -> rules.add(seen(rule, action, subject)));
        }
        boolean isolates = action == Action.ALLOW;
        if (isolates) {
            rules.add(pass(
                    manifest,
                    "its reach: who shows no identity does not come through the waypoint",
                    new PeerMatch.Not(IDENTIFIED),
                    Optional.empty()));
            rules.add(udp(manifest));
            if (!subject.isAlways()) {
                rules.add(pass(
                        manifest,
                        "its reach: only what is sent to the Service comes through the waypoint",
                        new PeerMatch.Anybody(),
                        Optional.of(SENT_TO_POD)));
            }
        }
        return new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                tier,
                Rank.of(0),
                subject.pods(),
                isolates ? Set.of(Direction.INGRESS) : Set.of(),
                rules,
                manifest.root().location());
    }

    private static Rule seen(Rule rule, Action action, Subject subject) {
        List<PeerMatch> peers = rule.peers().stream()
                .<PeerMatch>map(peer -> new PeerMatch.AllOf(List.of(peer, IDENTIFIED)))
                .toList();
        boolean isUnsure = action != Action.ALLOW && !subject.isAlways();
        Optional<String> assumption = isUnsure
                ? Optional.of(rule.assumption().map(known -> known + ", ").orElse("") + SENT_TO_SERVICE)
                : rule.assumption();
        return new Rule(
                rule.direction(),
                rule.index(),
                rule.name(),
                action == Action.ALLOW ? Action.PASS : action,
                peers,
                rule.ports(),
                rule.requests(),
                assumption,
                rule.location());
    }

    private static Rule pass(PolicyManifest manifest, String name, PeerMatch peer, Optional<String> assumption) {
        return new Rule(
                Direction.INGRESS,
                0,
                name,
                Action.PASS,
                List.of(peer),
                List.of(),
                Optional.empty(),
                assumption,
                manifest.root().location());
    }

    private static Rule udp(PolicyManifest manifest) {
        return new Rule(
                Direction.INGRESS,
                0,
                "its reach: the proxy takes in TCP only",
                Action.PASS,
                List.of(new PeerMatch.Anybody()),
                List.of(PortMatch.all(Protocol.UDP), PortMatch.all(Protocol.SCTP)),
                manifest.root().location());
    }

    /** Where a policy of the pods themselves lets a waypoint in, everybody who comes through that comes in. */
    List<Policy> through(PolicyManifest manifest, PodMatch subject, List<Statement> read) {
        var policies = new ArrayList<Policy>();
        for (Waypoint waypoint : waypoints.all()) {
            List<Rule> rules = read.stream()
                    .filter(statement -> statement.action() == Action.ALLOW
                            && statement.operation().isAny()
                            && statement.senders().stream().anyMatch(peer -> means(peer, waypoint)))
                    .map(statement -> new Rule(
                            Direction.INGRESS,
                            statement.index(),
                            "rule " + (statement.index() + 1) + ", by way of the waypoint " + waypoint.fullName(),
                            Action.ALLOW,
                            List.of(IDENTIFIED),
                            statement.operation().ports().ranges(),
                            statement.location()))
                    .toList();
            if (!rules.isEmpty()) {
                LabelExpression both =
                        new LabelExpression.All(List.of(subject.pods(), Waypoints.ofEither(waypoint.fullName())));
                policies.add(new Policy(
                        manifest.id(),
                        manifest.kind(),
                        manifest.fullName(),
                        MeshTiers.ALLOW,
                        Rank.of(0),
                        new PodMatch(subject.namespace(), subject.namespaces(), both),
                        Set.of(),
                        rules,
                        manifest.root().location()));
            }
        }
        return policies;
    }

    /** Whether its certificate is one that a list of senders names; a list of nobody in particular needs no waypoint. */
    private static boolean means(PeerMatch peer, Waypoint waypoint) {
        return switch (peer) {
            case PeerMatch.Pods(var match) ->
                match.pods().matches(Map.of(Pod.PRINCIPAL, waypoint.principal(), Pod.NAMESPACE, waypoint.namespace()));
            case PeerMatch.AllOf(var parts) -> parts.stream().allMatch(part -> means(part, waypoint));
            case PeerMatch.Not(var part) -> !means(part, waypoint);
            case PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> false;
        };
    }
}
