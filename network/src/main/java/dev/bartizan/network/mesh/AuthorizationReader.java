package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.Denials.Cell;
import dev.bartizan.network.mesh.Variants.Variant;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * AuthorizationPolicy: CUSTOM is asked first, then DENY, then ALLOW. A workload that some ALLOW policy is about lets nobody in whom none of them allows. AUDIT
 * and what only runs dry decide nothing.
 */
final class AuthorizationReader implements PolicyReader {
    private final MeshSettings settings;
    private final Subjects subjects;
    private final WaypointPolicies waypoints;
    private final Variants variants;
    private final Denials denials;
    private final Statements statements;
    private final Complaints complaints;

    AuthorizationReader(
            MeshSettings settings,
            Subjects subjects,
            Variants variants,
            Denials denials,
            Waypoints waypoints,
            Complaints complaints) {
        this.settings = settings;
        this.waypoints = new WaypointPolicies(waypoints);
        this.subjects = subjects;
        this.variants = variants;
        this.denials = denials;
        this.statements = new Statements(settings, complaints);
        this.complaints = complaints;
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        return enforced(manifest)
                .map(enforced ->
                        policies(manifest, enforced, statements.of(manifest, enforced.action(), enforced.assumption())))
                .orElse(List.of());
    }

    /** Remembers what a policy denies of requests, before any is read that allows some. */
    void remember(PolicyManifest manifest) {
        enforced(manifest).filter(each -> each.action() == Action.DENY).ifPresent(enforced -> {
            List<Statement> read = statements.of(manifest, enforced.action(), enforced.assumption());
            subjects(manifest).forEach(subject -> read.forEach(statement -> denials.add(subject, statement)));
        });
    }

    /**
     * What becomes of the rules of a policy.
     *
     * @param assumption what must hold for them to do something
     */
    private record Enforced(Tier tier, Action action, Optional<String> assumption) {}

    /** Empty when it decides nothing. */
    private Optional<Enforced> enforced(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        Written annotations = manifest.root().get("metadata").get("annotations");
        if (annotations.get("istio.io/dry-run").text().equals("true")) {
            return Optional.empty();
        }
        return switch (spec.get("action").text()) {
            case "", "ALLOW" -> Optional.of(new Enforced(MeshTiers.ALLOW, Action.ALLOW, Optional.empty()));
            case "DENY" -> Optional.of(new Enforced(MeshTiers.DENY, Action.DENY, Optional.empty()));
            case "CUSTOM" -> Optional.of(new Enforced(MeshTiers.CUSTOM, Action.DENY, Optional.of(refusal(spec))));
            case "AUDIT" -> Optional.empty();
            case String _ -> {
                complaints.add(
                        "action-unknown",
                        "This action is not known; its policy is left out.",
                        "write ALLOW, DENY, CUSTOM or AUDIT",
                        spec.get("action"));
                yield Optional.empty();
            }
        };
    }

    private static String refusal(Written spec) {
        return "that the provider " + spec.get("provider").get("name").text() + " refuses it";
    }

    private List<Policy> policies(PolicyManifest manifest, Enforced enforced, List<Statement> read) {
        Tier tier = enforced.tier();
        boolean isolates = enforced.action() == Action.ALLOW;
        var policies = new ArrayList<Policy>();
        for (WaypointPolicies.Subject subject : atWaypoints(manifest)) {
            policies.add(waypoints.policy(manifest, subject, enforced.action(), atWaypoint(tier), read));
        }
        for (PodMatch subject : subjects(manifest)) {
            if (isolates) {
                policies.addAll(waypoints.through(manifest, subject, read));
            }
            for (Variant variant : variants.of(subject)) {
                for (Cell cell : cells(variant.pods(), read, isolates)) {
                    List<Rule> rules = widened(read, subject).stream()
                            .flatMap(statement -> statement.rules(variant.ports(), cell.denials()).stream())
                            .toList();
                    Set<Direction> directions = isolates ? Set.of(Direction.INGRESS) : Set.of();
                    policies.add(policy(manifest, tier, cell.pods(), directions, rules));
                }
                if (isolates) {
                    List<Rule> passing = List.of(notTakenIn(manifest, variant.ports()));
                    policies.add(policy(manifest, MeshTiers.NOT_TAKEN_IN, variant.pods(), Set.of(), passing));
                }
            }
        }
        return policies;
    }

    private static Tier atWaypoint(Tier tier) {
        if (tier.equals(MeshTiers.ALLOW)) {
            return MeshTiers.WAYPOINT_ALLOW;
        }
        return tier.equals(MeshTiers.DENY) ? MeshTiers.WAYPOINT_DENY : MeshTiers.WAYPOINT_CUSTOM;
    }

    /** Where what is denied by several rules together may be everything, each may deny whole connections. */
    private List<Statement> widened(List<Statement> read, PodMatch subject) {
        return read.stream()
                .flatMap(statement -> statement.action() == Action.DENY
                                && !statement.operation().isAny()
                                && denials.mayBeAll(
                                        subject, statement.operation().ports())
                        ? Stream.of(statement, statement.widened())
                        : Stream.of(statement))
                .toList();
    }

    private List<Cell> cells(PodMatch pods, List<Statement> read, boolean areAllowing) {
        return areAllowing ? denials.cells(pods, read) : List.of(new Cell(pods, List.of()));
    }

    private static Policy policy(
            PolicyManifest manifest, Tier tier, PodMatch subject, Set<Direction> isolates, List<Rule> rules) {
        return new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                tier,
                Rank.of(0),
                subject,
                isolates,
                rules,
                manifest.root().location());
    }

    private static Rule notTakenIn(PolicyManifest manifest, ProxyPorts known) {
        var ports = new ArrayList<>(known.exempt().ranges());
        ports.add(PortMatch.all(Protocol.UDP));
        ports.add(PortMatch.all(Protocol.SCTP));
        return new Rule(
                Direction.INGRESS,
                0,
                "its reach: the proxy takes in TCP only, and not the ports that the pod excludes",
                Action.ALLOW,
                List.of(new PeerMatch.Anybody()),
                ports,
                manifest.root().location());
    }

    private static List<Written> targets(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        var targets = new ArrayList<>(Values.items(spec.get("targetRefs")));
        if (spec.get("targetRef").isThere()) {
            targets.add(spec.get("targetRef"));
        }
        return targets;
    }

    private boolean isRoot(PolicyManifest manifest) {
        return settings.isRoot(manifest.namespace());
    }

    private List<WaypointPolicies.Subject> atWaypoints(PolicyManifest manifest) {
        return targets(manifest).stream()
                .flatMap(target -> waypoints.subjects(manifest, target, isRoot(manifest)).stream())
                .toList();
    }

    /** What it is attached to, or what its selector means; both at once is not allowed, and the first counts. */
    private List<PodMatch> subjects(PolicyManifest manifest) {
        List<Written> targets = targets(manifest);
        if (targets.isEmpty()) {
            return List.of(subjects.selected(manifest, Proxy.SIDECAR, Proxy.AMBIENT, Proxy.GATEWAY));
        }
        var attached = new ArrayList<PodMatch>();
        for (Written target : targets) {
            Optional<PodMatch> pods = Subjects.attached(manifest, target);
            pods.ifPresent(attached::add);
            if (pods.isEmpty()
                    && waypoints.subjects(manifest, target, isRoot(manifest)).isEmpty()) {
                complaints.add(
                        "attachment-not-evaluated",
                        "This is attached to what neither a gateway nor a waypoint of the input asks it for; it is left out.",
                        "attach it to a Gateway or a Service of its namespace, or select the workloads instead",
                        target);
            }
        }
        return attached;
    }
}
