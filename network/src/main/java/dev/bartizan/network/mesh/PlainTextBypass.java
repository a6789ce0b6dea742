package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule about identities that a sender goes past by showing none: a DENY of some of them, or an ALLOW of all but some, before a pod that takes plain text too.
 *
 * @param receiver one of the pods
 */
public record PlainTextBypass(Policy policy, Rule rule, Pod receiver) {

    /** One for each rule of a cluster that can be gone past, in the order of the policies. */
    public static List<PlainTextBypass> of(Cluster cluster) {
        List<Policy> mesh = cluster.policies().stream()
                .filter(policy -> policy.tier().layer() == Layer.MESH)
                .toList();
        List<Policy> authentications = mesh.stream()
                .filter(policy -> policy.tier().equals(MeshTiers.AUTHENTICATION))
                .sorted(Comparator.comparing(Policy::rank))
                .toList();
        Map<String, List<Pod>> pods =
                cluster.pods().stream().filter(Mesh::hasProxy).collect(Collectors.groupingBy(Pod::namespace));
        var bypasses = new ArrayList<PlainTextBypass>();
        for (Policy policy : mesh) {
            for (Rule rule : policy.rules()) {
                if (isAboutIdentities(policy, rule)) {
                    Mesh.bound(policy.subject(), pods)
                            .filter(pod -> takesPlainText(pod, rule, authentications))
                            .findFirst()
                            .ifPresent(pod -> bypasses.add(new PlainTextBypass(policy, rule, pod)));
                }
            }
        }
        return bypasses;
    }

    private static boolean isAboutIdentities(Policy policy, Rule rule) {
        boolean isAsked = policy.tier().equals(MeshTiers.ALLOW)
                || policy.tier().equals(MeshTiers.DENY)
                || policy.tier().equals(MeshTiers.CUSTOM);
        boolean allows = rule.action() == Action.ALLOW;
        return isAsked && rule.peers().stream().anyMatch(peer -> names(peer, !allows));
    }

    /** Whether identities are what it wants, or what it does not want. */
    private static boolean names(PeerMatch peer, boolean areWanted) {
        return switch (peer) {
            case PeerMatch.Pods _ -> areWanted;
            case PeerMatch.AllOf(var parts) -> parts.stream().anyMatch(part -> names(part, areWanted));
            case PeerMatch.Not(var part) -> names(part, !areWanted);
            case PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> false;
        };
    }

    /** Whether not all ports of the rule ask for certificates; the first that says something of a port decides. */
    private static boolean takesPlainText(Pod pod, Rule rule, List<Policy> authentications) {
        TcpPorts open = TcpPorts.of(rule.ports());
        TcpPorts undecided = TcpPorts.ALL;
        for (Policy policy : authentications) {
            if (Mesh.isBound(policy.subject(), pod)) {
                for (Rule said : policy.rules()) {
                    TcpPorts ports = TcpPorts.of(said.ports()).and(undecided);
                    if (said.action() == Action.DENY) {
                        open = open.without(ports);
                    } else {
                        undecided = undecided.without(ports);
                    }
                }
            }
        }
        return !open.isEmpty();
    }
}
