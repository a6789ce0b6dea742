package dev.bartizan.network.lint;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Denials of administrators that are for everybody, over pods that the kubelet probes. Of NetworkPolicy it is written that the node of a pod gets through; of the
 * policies of administrators it is not, and implementations differ (network-policy-api#314, aws-network-policy-agent#635).
 */
final class DeniedProbes {
    private static final Set<String> KINDS =
            Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy");

    private final Scene scene;

    DeniedProbes(Scene scene) {
        this.scene = scene;
    }

    /** @param pod its class */
    private record Probed(int pod, String workload, PortMatch.Range port, Location place) {}

    List<Remark> find() {
        List<Policy> denying = scene.cluster().policies().stream()
                .filter(policy -> KINDS.contains(policy.kind())
                        && (policy.tier().equals(Tier.ADMIN) || policy.tier().equals(Tier.BASELINE)))
                .filter(policy -> policy.rules().stream().anyMatch(DeniedProbes::isForEverybody))
                .toList();
        if (denying.isEmpty()) {
            return List.of();
        }
        List<Probed> probed = probed();
        var remarks = new ArrayList<Remark>();
        for (Policy policy : denying) {
            BitSet subjects = scene.engine().subjects(policy);
            policy.rules().stream()
                    .filter(DeniedProbes::isForEverybody)
                    .forEach(rule -> remark(policy, rule, subjects, probed).ifPresent(remarks::add));
        }
        return remarks;
    }

    private static boolean isForEverybody(Rule rule) {
        return rule.direction() == Direction.INGRESS
                && rule.action() == Action.DENY
                && rule.peers().stream()
                        .anyMatch(peer -> peer instanceof PeerMatch.Anybody
                                || peer instanceof PeerMatch.Nodes
                                || (peer instanceof PeerMatch.Pods pods
                                        && pods.match().namespace().isEmpty()
                                        && pods.match().namespaces().equals(LabelSelector.EVERYTHING)
                                        && pods.match().pods().equals(LabelSelector.EVERYTHING)));
    }

    private Optional<Remark> remark(Policy policy, Rule rule, BitSet subjects, List<Probed> probed) {
        List<Probed> denied = probed.stream()
                .filter(each -> subjects.get(each.pod()) && isAbout(rule, each.port()))
                .toList();
        return denied.stream()
                .findFirst()
                .map(first -> new Remark(
                        LintRule.PROBE_BLOCKED,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + ", " + rule.name()
                                + " denies everybody, and the kubelet probes "
                                + Scene.names(
                                        denied.stream().map(Probed::workload).toList())
                                + ": accept the nodes before it, unless the network plugin lets the kubelet through",
                        List.of(new Evidence(first.workload() + " is probed at " + first.port(), first.place())),
                        Truth.undecided("whether the network plugin takes the kubelet for one of those denied")));
    }

    private static boolean isAbout(Rule rule, PortMatch.Range port) {
        return rule.ports().isEmpty()
                || rule.ports().stream()
                        .anyMatch(each -> each instanceof PortMatch.Range range
                                && range.protocol() == port.protocol()
                                && range.first() <= port.first()
                                && port.last() <= range.last());
    }

    private List<Probed> probed() {
        Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            podsOfAsset
                    .computeIfAbsent(scene.cluster().pods().get(i).asset(), key -> new ArrayList<>())
                    .add(i);
        }
        var probed = new ArrayList<Probed>();
        for (PodTemplate template : scene.snapshot().trees().pods()) {
            if (template.shape() == Shape.POD) {
                for (int pod : podsOfAsset.getOrDefault(template.asset(), List.of())) {
                    String label = scene.label().apply(scene.cluster().pods().get(pod));
                    Probes.probes(template)
                            .forEach(probe -> probed.add(
                                    new Probed(scene.engine().partyOf(pod), label, probe.port(), probe.place())));
                }
            }
        }
        return probed;
    }
}
