package dev.bartizan.network.policies;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.Blocks;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.PortLists;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The policies of a cluster's administrators (policy.networking.k8s.io): AdminNetworkPolicy and BaselineAdminNetworkPolicy v1alpha1, ClusterNetworkPolicy
 * v1alpha2, and the ClusterNetworkPolicy of Amazon (networking.k8s.aws/v1alpha1), whose rules have ports as those of AdminNetworkPolicy. A peer of a kind that a later version brought fails closed, as their specification wants: a rule that allows matches nobody by it, any other
 * rule denies everybody.
 */
final class AdminPolicyReader implements PolicyReader {
    private static final int MOST_PRIORITY = 1_000;
    private static final int MOST_RULES = 25;
    private static final int MOST_RULES_BEFORE = 100;

    private final Selectors selectors;
    private final PortLists ports;
    private final Blocks blocks;
    private final Complaints complaints;

    AdminPolicyReader(Complaints complaints) {
        this.complaints = complaints;
        this.selectors = new Selectors(complaints);
        this.ports = new PortLists(complaints);
        this.blocks = new Blocks(complaints);
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        String kind = manifest.kind();
        Written spec = manifest.root().get("spec");
        boolean isCluster = kind.equals("ClusterNetworkPolicy");
        limits(kind, manifest, spec);
        var rules = new ArrayList<Rule>();
        rules(Direction.INGRESS, spec.get("ingress"), "from", isCluster, rules);
        rules(Direction.EGRESS, spec.get("egress"), "to", isCluster, rules);
        return List.of(new Policy(
                manifest.id(),
                kind,
                manifest.name(),
                isBaseline(kind, spec) ? Tier.BASELINE : Tier.ADMIN,
                Rank.of(priority(kind, spec.get("priority"))),
                pods(spec.get("subject"), spec.get("subject").get("namespaces").isThere())
                        .orElse(PodMatch.across(LabelSelector.NOTHING, LabelSelector.NOTHING)),
                Set.of(),
                rules,
                manifest.root().location()));
    }

    /** What the API server would refuse: their definitions bound the lists, and there is one baseline. */
    private void limits(String kind, PolicyManifest manifest, Written spec) {
        int most = kind.equals("ClusterNetworkPolicy") ? MOST_RULES : MOST_RULES_BEFORE;
        for (String side : List.of("ingress", "egress")) {
            if (spec.get(side).items() > most) {
                complaints.add(
                        "rules-too-many",
                        "The API server takes at most " + most + " rules here; all of them are read.",
                        "split the policy",
                        spec.get(side));
            }
        }
        if (kind.equals("BaselineAdminNetworkPolicy") && !manifest.name().equals("default")) {
            complaints.add(
                    "baseline-name",
                    "The API server takes no BaselineAdminNetworkPolicy but one of name default; this one is read as if it were that.",
                    "call it default",
                    manifest.root().get("metadata").get("name"));
        }
    }

    private static boolean isBaseline(String kind, Written spec) {
        return kind.equals("BaselineAdminNetworkPolicy")
                || spec.get("tier").text().equals("Baseline");
    }

    private int priority(String kind, Written priority) {
        OptionalInt number = priority.text().matches("[0-9]{1,4}")
                ? OptionalInt.of(Integer.parseInt(priority.text()))
                : OptionalInt.empty();
        boolean isSingle = kind.equals("BaselineAdminNetworkPolicy");
        if (!isSingle && (number.isEmpty() || number.getAsInt() > MOST_PRIORITY)) {
            complaints.add(
                    "priority-invalid",
                    "The priority of a policy is a number from 0 to 1000; this one is asked last.",
                    "give spec.priority",
                    priority);
        }
        return isSingle ? 0 : number.orElse(Integer.MAX_VALUE);
    }

    private void rules(Direction direction, Written list, String side, boolean isCluster, List<Rule> rules) {
        for (int i = 0; i < list.items(); i++) {
            Written rule = list.item(i);
            Optional<Action> action = action(rule.get("action"));
            if (action.filter(known -> known != Action.ALLOW).isPresent()) {
                refuseNames(rule.get(side));
            }
            boolean hasProtocols = isCluster && !rule.get("ports").isThere();
            Written listed = rule.get(hasProtocols ? "protocols" : "ports");
            List<PortMatch> matched = hasProtocols ? ports.ofClusterPolicy(listed) : ports.ofAdminPolicy(listed);
            if (action.isPresent() && (listed.items() == 0 || !matched.isEmpty())) {
                var peers = new ArrayList<PeerMatch>();
                boolean areKnown = peers(rule.get(side), peers);
                boolean failsClosed = !areKnown && action.get() != Action.ALLOW;
                rules.add(new Rule(
                        direction,
                        i,
                        rule.get("name").isThere() ? rule.get("name").text() : "rule " + (i + 1),
                        failsClosed ? Action.DENY : action.get(),
                        failsClosed ? List.of(new PeerMatch.Anybody()) : peers,
                        failsClosed ? List.of() : matched,
                        rule.location()));
            }
        }
    }

    private void refuseNames(Written peers) {
        peers.all().stream()
                .filter(peer -> peer.get("domainNames").isThere())
                .forEach(peer -> complaints.add(
                        "peer-invalid",
                        "Names of domains stand in rules that accept only; here they mean the same names.",
                        "deny the addresses, or accept the names before a rule that denies everything",
                        peer.get("domainNames")));
    }

    private Optional<Action> action(Written action) {
        return switch (action.text()) {
            case "Allow", "Accept" -> Optional.of(Action.ALLOW);
            case "Deny" -> Optional.of(Action.DENY);
            case "Pass" -> Optional.of(Action.PASS);
            default -> {
                complaints.add(
                        "action-unknown",
                        "This action is not known; its rule is left out.",
                        "write Accept (Allow in v1alpha1), Deny or Pass",
                        action);
                yield Optional.empty();
            }
        };
    }

    /** Whether all of them are of a known kind. */
    private boolean peers(Written list, List<PeerMatch> peers) {
        boolean areKnown = true;
        for (int i = 0; i < list.items(); i++) {
            Written peer = list.item(i);
            Optional<PodMatch> pods = pods(peer, peer.get("namespaces").isThere());
            if (pods.isPresent()) {
                peers.add(new PeerMatch.Pods(pods.get()));
            } else if (peer.get("networks").isThere()) {
                networks(peer.get("networks"), peers);
            } else if (peer.get("nodes").isThere()) {
                peers.add(new PeerMatch.Nodes());
            } else if (peer.get("domainNames").isThere()) {
                domains(peer.get("domainNames"), peers);
            } else {
                areKnown = false;
                complaints.add(
                        "peer-unknown",
                        "This peer has no field that is known here; a rule that allows matches nobody by it, any other denies everything.",
                        "write namespaces, pods, nodes, networks or domainNames",
                        peer);
            }
        }
        return areKnown;
    }

    /** Of a subject or a peer: whole namespaces, or pods of namespaces. */
    private Optional<PodMatch> pods(Written peer, boolean hasNamespaces) {
        if (hasNamespaces) {
            return Optional.of(PodMatch.across(selectors.read(peer.get("namespaces")), LabelSelector.EVERYTHING));
        }
        Written pods = peer.get("pods");
        return pods.isThere()
                ? Optional.of(PodMatch.across(
                        selectors.read(pods.get("namespaceSelector")), selectors.read(pods.get("podSelector"))))
                : Optional.empty();
    }

    private static void domains(Written list, List<PeerMatch> peers) {
        for (int i = 0; i < list.items(); i++) {
            peers.add(new PeerMatch.Named(
                    new Outsider(Outsider.Kind.DOMAIN, list.item(i).text())));
        }
    }

    private void networks(Written list, List<PeerMatch> peers) {
        for (int i = 0; i < list.items(); i++) {
            blocks.of(list.item(i)).ifPresent(peers::add);
        }
    }
}
