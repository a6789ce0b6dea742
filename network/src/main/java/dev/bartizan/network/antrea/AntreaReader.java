package dev.bartizan.network.antrea;

import dev.bartizan.network.antrea.AntreaRules.OwnRule;
import dev.bartizan.network.antrea.AntreaTiers.Turn;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ClusterNetworkPolicy and NetworkPolicy of Antrea (crd.antrea.io/v1beta1 and v1alpha1). They isolate nobody: what none of their rules matches goes on to
 * NetworkPolicy. Which of two policies of one tier and priority is asked first is not defined.
 */
public final class AntreaReader implements PolicyReader {
    private static final Set<String> FIELDS = Set.of("tier", "priority", "appliedTo", "ingress", "egress");

    private final Complaints complaints;
    private final AntreaTiers tiers;
    private final AntreaPeers peers;
    private final AntreaRules rules;

    public AntreaReader(Surroundings surroundings) {
        this.complaints = surroundings.complaints();
        this.tiers = new AntreaTiers(surroundings);
        var selectors = new Selectors(complaints);
        var pods = new AntreaPods(selectors);
        this.peers = new AntreaPeers(complaints, selectors, pods, new AntreaGroups(surroundings, pods));
        this.rules = new AntreaRules(
                complaints, peers, new SameNamespaces(surroundings.namespaces()), surroundings.services());
    }

    /** With their groups. */
    public static List<String> kinds() {
        return List.of("crd.antrea.io/ClusterNetworkPolicy", "crd.antrea.io/NetworkPolicy");
    }

    /** One for each entry of appliedTo, of the policy or of a rule; they share their rank, and their rules stay in order. */
    @Override
    public List<Policy> read(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        FieldNames.check(spec, FIELDS, complaints);
        Optional<String> namespace =
                manifest.namespace().equals("-") ? Optional.empty() : Optional.of(manifest.namespace());
        Turn turn = tiers.of(spec);
        List<PodMatch> subjects = subjects(spec.get("appliedTo"), namespace);
        var policies = new ArrayList<Policy>();
        for (Direction direction : Direction.values()) {
            Written list = spec.get(direction == Direction.INGRESS ? "ingress" : "egress");
            for (int i = 0; i < list.items(); i++) {
                Written own = list.item(i).get("appliedTo");
                List<PodMatch> applied = own.items() > 0 ? subjects(own, namespace) : subjects;
                for (OwnRule rule : rules.read(direction, i, list.item(i), namespace)) {
                    applied.forEach(subject -> policies.add(policy(manifest, turn, subject.and(rule.own()), rule)));
                }
            }
        }
        return policies;
    }

    private List<PodMatch> subjects(Written appliedTo, Optional<String> namespace) {
        return appliedTo.all().stream()
                .flatMap(applied -> peers.subjects(applied, namespace).stream())
                .toList();
    }

    private static Policy policy(PolicyManifest manifest, Turn turn, PodMatch subject, OwnRule rule) {
        return new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                turn.tier(),
                turn.rank(),
                subject,
                Set.of(),
                List.of(rule.rule()),
                manifest.root().location());
    }
}
