package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Turns policies into boxes over parties and pieces of ports. */
final class Compiler {
    private final Parties parties;
    private final PortAtoms atoms;

    Compiler(Parties parties, PortAtoms atoms) {
        this.parties = parties;
        this.atoms = atoms;
    }

    /** By layer, the sender's side first. */
    List<Chain> chains(Cluster cluster) {
        var chains = new ArrayList<Chain>();
        for (Layer layer : Layer.values()) {
            for (Direction direction : List.of(Direction.EGRESS, Direction.INGRESS)) {
                var byTier = new TreeMap<Tier, List<Policy>>();
                cluster.policies().stream()
                        .filter(policy -> policy.tier().layer() == layer)
                        .forEach(policy -> byTier.computeIfAbsent(policy.tier(), key -> new ArrayList<>())
                                .add(policy));
                var tiers = new ArrayList<CompiledTier>();
                byTier.forEach((tier, policies) -> tiers.add(tier(tier, direction, policies)));
                chains.add(Chain.of(layer, direction, tiers));
            }
        }
        return chains;
    }

    private CompiledTier tier(Tier tier, Direction direction, List<Policy> policies) {
        var rules = new ArrayList<CompiledRule>();
        var isolations = new ArrayList<TierRules.Isolation>();
        var isolated = new BitSet();
        for (Policy policy : policies) {
            BitSet subjects = parties.pods().classes(policy.subject());
            if (policy.isolates().contains(direction)) {
                isolations.add(new TierRules.Isolation(policy, subjects));
                isolated.or(subjects);
            }
            for (Rule rule : policy.rules()) {
                if (rule.direction() == direction) {
                    rules.add(new CompiledRule(policy, rule, boxes(rule, subjects)));
                }
            }
        }
        boolean namesBreakTies =
                tier.layer() == Layer.NETWORK && parties.assumptions().namesBreakTies();
        List<RankGroup> groups = RankGroup.of(rules, namesBreakTies);
        return new CompiledTier(new TierRules(tier, groups, isolations, isolated), parties.count());
    }

    private List<Box> boxes(Rule rule, BitSet subjects) {
        Parties.Meant certain = parties.meant(rule.peers());
        Parties.Meant peers = rule.assumption().isEmpty() ? certain : certain.assumed();
        if (subjects.isEmpty() || peers.isNobody()) {
            return List.of();
        }
        boolean isIngress = rule.direction() == Direction.INGRESS;
        if (rule.ports().stream().noneMatch(PortMatch.Named.class::isInstance)) {
            return List.of(box(isIngress, subjects, peers, atoms.of(rule.ports())));
        }
        var all = (BitSet) (isIngress ? subjects : peers.sure()).clone();
        if (!isIngress) {
            all.or(peers.maybe());
        }
        var byPorts = new LinkedHashMap<List<Integer>, BitSet>();
        all.stream().forEach(receiver -> {
            int[] ports = parties.isPod(receiver)
                    ? atoms.of(rule.ports(), parties.pods().pod(receiver).ports())
                    : atoms.of(rule.ports());
            byPorts.computeIfAbsent(Arrays.stream(ports).boxed().toList(), key -> new BitSet())
                    .set(receiver);
        });
        var boxes = new ArrayList<Box>();
        byPorts.forEach((ports, receivers) -> boxes.add(box(
                isIngress,
                isIngress ? receivers : subjects,
                isIngress ? peers : new Parties.Meant(both(peers.sure(), receivers), both(peers.maybe(), receivers)),
                ports.stream().mapToInt(Integer::intValue).toArray())));
        return boxes;
    }

    private static Box box(boolean isIngress, BitSet subjects, Parties.Meant peers, int[] atoms) {
        Parties.Meant meant = Parties.Meant.of(subjects);
        return isIngress ? new Box(peers, meant, atoms) : new Box(meant, peers, atoms);
    }

    private static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
