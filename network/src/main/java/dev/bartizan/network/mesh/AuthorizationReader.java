package dev.bartizan.network.mesh;

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

/**
 * AuthorizationPolicy: CUSTOM is asked first, then DENY, then ALLOW. A workload that some ALLOW policy is about lets nobody in whom none of them allows. AUDIT
 * and what only runs dry decide nothing.
 */
final class AuthorizationReader implements PolicyReader {
    private final Subjects subjects;
    private final Variants variants;
    private final Statements statements;
    private final Complaints complaints;

    AuthorizationReader(MeshSettings settings, Subjects subjects, Variants variants, Complaints complaints) {
        this.subjects = subjects;
        this.variants = variants;
        this.statements = new Statements(settings, complaints);
        this.complaints = complaints;
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        boolean isDry = manifest.root()
                .get("metadata")
                .get("annotations")
                .get("istio.io/dry-run")
                .text()
                .equals("true");
        if (isDry) {
            return List.of();
        }
        return switch (spec.get("action").text()) {
            case "", "ALLOW" -> policies(manifest, MeshTiers.ALLOW, Action.ALLOW, Optional.empty());
            case "DENY" -> policies(manifest, MeshTiers.DENY, Action.DENY, Optional.empty());
            case "CUSTOM" -> policies(manifest, MeshTiers.CUSTOM, Action.DENY, Optional.of(refusal(spec)));
            case "AUDIT" -> List.of();
            case String _ -> {
                complaints.add(
                        "action-unknown",
                        "This action is not known; its policy is left out.",
                        "write ALLOW, DENY, CUSTOM or AUDIT",
                        spec.get("action"));
                yield List.of();
            }
        };
    }

    private static String refusal(Written spec) {
        return "that the provider " + spec.get("provider").get("name").text() + " refuses it";
    }

    private List<Policy> policies(PolicyManifest manifest, Tier tier, Action action, Optional<String> assumption) {
        List<Statement> read = statements.of(manifest, action, assumption);
        boolean isolates = tier.equals(MeshTiers.ALLOW);
        var policies = new ArrayList<Policy>();
        for (PodMatch subject : subjects(manifest)) {
            for (Variant variant : variants.of(subject)) {
                List<Rule> rules = read.stream()
                        .flatMap(statement -> statement.rules(variant.ports()).stream())
                        .toList();
                Set<Direction> directions = isolates ? Set.of(Direction.INGRESS) : Set.of();
                policies.add(policy(manifest, tier, variant.pods(), directions, rules));
                if (isolates) {
                    List<Rule> passing = List.of(notTakenIn(manifest, variant.ports()));
                    policies.add(policy(manifest, MeshTiers.NOT_TAKEN_IN, variant.pods(), Set.of(), passing));
                }
            }
        }
        return policies;
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

    /** What it is attached to, or what its selector means; both at once is not allowed, and the first counts. */
    private List<PodMatch> subjects(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        var targets = new ArrayList<>(Values.items(spec.get("targetRefs")));
        if (spec.get("targetRef").isThere()) {
            targets.add(spec.get("targetRef"));
        }
        if (targets.isEmpty()) {
            return List.of(subjects.selected(manifest, Proxy.SIDECAR, Proxy.AMBIENT, Proxy.GATEWAY));
        }
        var attached = new ArrayList<PodMatch>();
        for (Written target : targets) {
            Optional<PodMatch> pods = Subjects.attached(manifest, target);
            pods.ifPresent(attached::add);
            if (pods.isEmpty()) {
                complaints.add(
                        "attachment-not-evaluated",
                        "What is attached to anything but a Gateway of its namespace is asked by a waypoint, which no file shows; it is left out.",
                        "select the workloads instead, or read the answer without it",
                        target);
            }
        }
        return attached;
    }
}
