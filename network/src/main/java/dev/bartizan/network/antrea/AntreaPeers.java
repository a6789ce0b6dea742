package dev.bartizan.network.antrea;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Blocks;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The peers of rules, and the pods that policies and rules are applied to. */
final class AntreaPeers {
    private static final Set<String> FIELDS = Set.of(
            "ipBlock",
            "podSelector",
            "namespaceSelector",
            "namespaces",
            "externalEntitySelector",
            "group",
            "fqdn",
            "serviceAccount",
            "service",
            "nodeSelector",
            "scope");

    private final Complaints complaints;
    private final Selectors selectors;
    private final AntreaPods pods;
    private final AntreaGroups groups;
    private final Blocks blocks;

    AntreaPeers(Complaints complaints, Selectors selectors, AntreaPods pods, AntreaGroups groups) {
        this.complaints = complaints;
        this.selectors = selectors;
        this.pods = pods;
        this.groups = groups;
        this.blocks = new Blocks(complaints);
    }

    /** Whoever an entry of from or to means; not of one whose namespaces hang on those of the pods of the policy. */
    List<PeerMatch> of(Written peer, Optional<String> namespace) {
        FieldNames.check(peer, FIELDS, complaints);
        if (peer.get("ipBlock").isThere()) {
            Written block = peer.get("ipBlock");
            return blocks.of(block.get("cidr"), block.get("except")).stream().toList();
        }
        if (peer.get("group").isThere()) {
            return groups.members(peer.get("group"), namespace);
        }
        if (peer.get("fqdn").isThere()) {
            return List.of(new PeerMatch.Named(
                    new Outsider(Outsider.Kind.DOMAIN, peer.get("fqdn").text())));
        }
        boolean isAnyNode = peer.get("nodeSelector").isThere()
                && selectors.read(peer.get("nodeSelector")).equals(LabelSelector.EVERYTHING);
        return isAnyNode
                ? List.of(new PeerMatch.Nodes())
                : podsOf(peer, namespace).stream()
                        .<PeerMatch>map(PeerMatch.Pods::new)
                        .toList();
    }

    /** The pods that an entry of appliedTo means. */
    List<PodMatch> subjects(Written applied, Optional<String> namespace) {
        FieldNames.check(applied, FIELDS, complaints);
        if (!applied.get("group").isThere()) {
            return podsOf(applied, namespace);
        }
        var subjects = new ArrayList<PodMatch>();
        for (PeerMatch member : groups.members(applied.get("group"), namespace)) {
            if (member instanceof PeerMatch.Pods(var match)) {
                subjects.add(match);
            } else {
                notEvaluated(applied);
            }
        }
        return subjects;
    }

    private List<PodMatch> podsOf(Written peer, Optional<String> namespace) {
        Optional<PodMatch> match = pods.of(peer, namespace);
        if (match.isEmpty()) {
            notEvaluated(peer);
        }
        return match.stream().toList();
    }

    /** Of a peer whose namespaces hang on those of the pods of the policy, which of its pods are meant. */
    LabelSelector within(Written peer) {
        FieldNames.check(peer, FIELDS, complaints);
        return selectors.read(peer.get("podSelector"));
    }

    private void notEvaluated(Written peer) {
        complaints.add(
                "peer-not-evaluated",
                "This selects no pods, addresses or names: nodes by label and entities outside of the cluster are not evaluated.",
                "name pods, groups or blocks of addresses",
                peer);
    }
}
