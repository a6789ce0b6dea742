package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Testimony.Said;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks every policy that has a say about a connection, also when another one decides. For one thread. */
public final class Hearings {
    private final Engine engine;
    private final IdentityHashMap<Rule, BitSet> peers = new IdentityHashMap<>();
    private final Map<Subject, List<Policy>> isolating = new HashMap<>();
    private final Map<Tier, Map<Direction, Map<String, List<CompiledRule>>>> rules = new HashMap<>();

    private record Subject(Tier tier, Direction direction, int party) {}

    private record Sides(Hearing.Side egress, Hearing.Side ingress) {}

    Hearings(Engine engine) {
        this.engine = engine;
    }

    /** The ports about which the same is said, together. */
    public List<Hearing> of(int source, int receiver) {
        Map<Sides, BitSet> ports = new LinkedHashMap<>();
        PortAtoms atoms = engine.atoms();
        for (int atom = 0; atom < atoms.count(); atom++) {
            var sides = new Sides(
                    side(Direction.EGRESS, source, receiver, atom), side(Direction.INGRESS, source, receiver, atom));
            ports.computeIfAbsent(sides, key -> new BitSet()).set(atom);
        }
        var hearings = new ArrayList<Hearing>();
        ports.forEach((sides, set) -> hearings.add(new Hearing(atoms.ranges(set), sides.egress(), sides.ingress())));
        return hearings;
    }

    private Hearing.Side side(Direction direction, int source, int receiver, int atom) {
        var asked = new SideHearing(this, direction, source, receiver, atom);
        engine.chains().stream().filter(chain -> chain.direction() == direction).forEach(asked::ask);
        return asked.side();
    }

    /** The policies that isolate a party. */
    List<Policy> isolating(CompiledTier tier, Direction direction, int party) {
        return tier.isolated().get(party)
                ? isolating.computeIfAbsent(
                        new Subject(tier.tier(), direction, party),
                        key -> tier.rules().isolating(party))
                : List.of();
    }

    /** What was compiled of a policy of a tier, in order. */
    List<CompiledRule> rules(CompiledTier tier, Direction direction, Policy policy) {
        return rules.computeIfAbsent(tier.tier(), key -> new EnumMap<>(Direction.class))
                .computeIfAbsent(direction, key -> byPolicy(tier))
                .getOrDefault(policy.id(), List.of());
    }

    private static Map<String, List<CompiledRule>> byPolicy(CompiledTier tier) {
        return tier.groups().stream()
                .flatMap(group -> group.policies().stream())
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(rule -> rule.policy().id()));
    }

    /** Why a policy that isolates a pod does not allow a connection of it. */
    Testimony silence(Policy policy, Direction direction, int peer, int receiver) {
        List<Rule> own = policy.rules().stream()
                .filter(rule -> rule.direction() == direction)
                .toList();
        Optional<Rule> first = own.stream()
                .filter(rule -> peers.computeIfAbsent(rule, this::meant).get(peer))
                .findFirst();
        Said said = first.map(
                        rule -> namesUnknownPorts(rule, receiver) ? Said.MEANS_UNKNOWN_PORTS : Said.MEANS_OTHER_PORTS)
                .orElse(own.isEmpty() ? Said.HAS_NO_RULES : Said.MEANS_OTHERS);
        return new Testimony(direction, policy, said, first);
    }

    /** Whether all ports of a rule are names that mean none of the receiver's. */
    private boolean namesUnknownPorts(Rule rule, int receiver) {
        return !rule.ports().isEmpty()
                && rule.ports().stream().allMatch(PortMatch.Named.class::isInstance)
                && engine.all().isPod(receiver)
                && engine.atoms()
                                .of(
                                        rule.ports(),
                                        engine.all().pods().pod(receiver).ports())
                                .length
                        == 0;
    }

    private BitSet meant(Rule rule) {
        Parties.Meant meant = engine.all().meant(rule.peers());
        var either = (BitSet) meant.sure().clone();
        either.or(meant.maybe());
        return either;
    }

    boolean isNode(int party) {
        return engine.all().isNode(party);
    }
}
