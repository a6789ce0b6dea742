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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * NetworkPolicy of networking.k8s.io/v1, with the defaults that the API server would have written, and what is written like it: ApplicationNetworkPolicy of
 * Amazon (networking.k8s.aws/v1alpha1), whose peers may be names of domains.
 */
final class NetworkPolicyReader implements PolicyReader {
    private final Selectors selectors;
    private final PortLists ports;
    private final Blocks blocks;
    private final Complaints complaints;
    private final boolean knowsNames;

    /** @param knowsNames whether peers may be names of domains */
    NetworkPolicyReader(Complaints complaints, boolean knowsNames) {
        this.complaints = complaints;
        this.knowsNames = knowsNames;
        this.selectors = new Selectors(complaints);
        this.ports = new PortLists(complaints);
        this.blocks = new Blocks(complaints);
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        String namespace = manifest.namespace();
        Written spec = manifest.root().get("spec");
        Set<Direction> directions = directions(spec);
        var rules = new ArrayList<Rule>();
        if (directions.contains(Direction.INGRESS)) {
            rules(Direction.INGRESS, namespace, spec.get("ingress"), "from", rules);
        }
        if (directions.contains(Direction.EGRESS)) {
            rules(Direction.EGRESS, namespace, spec.get("egress"), "to", rules);
        }
        return List.of(new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                Tier.NAMESPACE,
                Rank.NETWORK_POLICY,
                PodMatch.in(namespace, selectors.read(spec.get("podSelector"))),
                directions,
                rules,
                manifest.root().location()));
    }

    /** Without policyTypes it isolates for ingress, and for egress when it has rules for it (pkg/apis/networking/v1/defaults.go). */
    private Set<Direction> directions(Written spec) {
        var directions = EnumSet.noneOf(Direction.class);
        Written types = spec.get("policyTypes");
        for (int i = 0; i < types.items(); i++) {
            switch (types.item(i).text()) {
                case "Ingress" -> directions.add(Direction.INGRESS);
                case "Egress" -> directions.add(Direction.EGRESS);
                default ->
                    complaints.add(
                            "policy-type-unknown",
                            "This policy type is not known; it is left out.",
                            "write Ingress or Egress",
                            types.item(i));
            }
        }
        if (types.items() == 0) {
            if (types.isThere()) {
                complaints.note(
                        "policy-types-empty",
                        "An empty list of policy types is filled in as the API server does: Ingress, and Egress when there are rules for it.",
                        "list the types that are meant",
                        types);
            }
            directions.add(Direction.INGRESS);
            if (spec.get("egress").items() > 0) {
                directions.add(Direction.EGRESS);
            }
        }
        return directions;
    }

    private void rules(Direction direction, String namespace, Written list, String side, List<Rule> rules) {
        for (int i = 0; i < list.items(); i++) {
            Written rule = list.item(i);
            Written listed = rule.get("ports");
            List<PortMatch> matched = ports.ofNetworkPolicy(listed);
            List<PeerMatch> peers = peers(namespace, rule.get(side));
            // Where none of its ports can be matched, no ports would mean all of them.
            if (listed.items() == 0 || !matched.isEmpty()) {
                rules.add(new Rule(direction, i, "rule " + (i + 1), Action.ALLOW, peers, matched, rule.location()));
            }
        }
    }

    private List<PeerMatch> peers(String namespace, Written list) {
        if (list.items() == 0) {
            return List.of(new PeerMatch.Anybody());
        }
        var peers = new ArrayList<PeerMatch>();
        for (Written peer : list.all()) {
            if (knowsNames && peer.get("domainNames").isThere()) {
                peer.get("domainNames")
                        .texts()
                        .forEach(name -> peers.add(new PeerMatch.Named(new Outsider(Outsider.Kind.DOMAIN, name))));
            } else {
                peer(namespace, peer).ifPresent(peers::add);
            }
        }
        return peers;
    }

    private Optional<PeerMatch> peer(String namespace, Written peer) {
        boolean hasPods = peer.get("podSelector").isThere();
        boolean hasNamespaces = peer.get("namespaceSelector").isThere();
        boolean hasBlock = peer.get("ipBlock").isThere();
        if (hasBlock == (hasPods || hasNamespaces)) {
            complaints.add(
                    "peer-invalid",
                    "This peer is none that the API server takes: it needs an ipBlock, or selectors, and not both. It is taken to match nobody.",
                    "write ipBlock, podSelector, namespaceSelector or the last two together",
                    peer);
            return Optional.empty();
        }
        if (hasBlock) {
            return blocks.of(
                    peer.get("ipBlock").get("cidr"), peer.get("ipBlock").get("except"));
        }
        LabelSelector pods = selectors.read(peer.get("podSelector"));
        return Optional.of(new PeerMatch.Pods(
                hasNamespaces
                        ? PodMatch.across(selectors.read(peer.get("namespaceSelector")), pods)
                        : PodMatch.in(namespace, pods)));
    }
}
