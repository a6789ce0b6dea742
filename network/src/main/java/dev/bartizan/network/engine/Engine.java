package dev.bartizan.network.engine;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The policies of a cluster over classes of parties that they cannot tell apart: classes of pods first, then ranges of addresses outside. Of a source it
 * computes in one sweep what it may reach.
 */
public final class Engine {
    private final List<Policy> policies;
    private final PodClasses pods;
    private final AddressClasses addresses;
    private final PortAtoms atoms;
    private final Assumptions assumptions;
    private final DirectionRules ingress;
    private final DirectionRules egress;
    private final Sweep sweep;

    private Engine(Cluster cluster, Assumptions assumptions) {
        this.policies = cluster.policies();
        this.assumptions = assumptions;
        this.pods = new PodClasses(cluster, assumptions);
        this.addresses = new AddressClasses(peers(cluster));
        this.atoms = new PortAtoms(ranges(cluster));
        List<CompiledRule> rules =
                policies.stream().flatMap(policy -> compile(policy).stream()).toList();
        this.ingress = DirectionRules.of(Direction.INGRESS, rules, isolated(Direction.INGRESS));
        this.egress = DirectionRules.of(Direction.EGRESS, rules, isolated(Direction.EGRESS));
        this.sweep = new Sweep(this);
    }

    public static Engine of(Cluster cluster, Assumptions assumptions) {
        return new Engine(cluster, assumptions);
    }

    private static List<PeerMatch.Addresses> peers(Cluster cluster) {
        return cluster.policies().stream()
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> rule.peers().stream())
                .filter(PeerMatch.Addresses.class::isInstance)
                .map(PeerMatch.Addresses.class::cast)
                .distinct()
                .toList();
    }

    private Iterable<PortMatch.Range> ranges(Cluster cluster) {
        var ranges = new HashSet<PortMatch.Range>();
        for (Policy policy : cluster.policies()) {
            for (Rule rule : policy.rules()) {
                for (PortMatch port : rule.ports()) {
                    switch (port) {
                        case PortMatch.Range range -> ranges.add(range);
                        case PortMatch.Named named -> {
                            for (int i = 0; i < pods.count(); i++) {
                                ranges.addAll(pods.pod(i).ports().getOrDefault(named.name(), List.of()));
                            }
                        }
                    }
                }
            }
        }
        return ranges;
    }

    private List<CompiledRule> compile(Policy policy) {
        BitSet subjects = pods.classes(policy.subject());
        var rules = new ArrayList<CompiledRule>();
        for (Rule rule : policy.rules()) {
            var peers = new BitSet();
            var maybe = new BitSet();
            rule.peers().forEach(peer -> compile(peer, peers, maybe));
            maybe.andNot(peers);
            rules.add(new CompiledRule(policy, rule, subjects, peers, maybe, ports(rule)));
        }
        return rules;
    }

    private void compile(PeerMatch peer, BitSet sure, BitSet maybe) {
        switch (peer) {
            case PeerMatch.Anybody() -> sure.set(0, parties());
            case PeerMatch.Pods(var match) -> sure.or(pods.classes(match));
            case PeerMatch.Nodes() -> {
                for (int i = 0; i < pods.count(); i++) {
                    sure.set(i, sure.get(i) || isNode(i));
                }
            }
            case PeerMatch.Addresses block -> {
                addresses.addTo(block, pods.count(), sure);
                if (assumptions.blocksMatchPods()) {
                    boolean isCertain = block.block().isAll() && block.except().isEmpty();
                    (isCertain ? sure : maybe).set(0, pods.count());
                }
            }
        }
    }

    private PortSets ports(Rule rule) {
        if (rule.ports().isEmpty()) {
            return PortSets.same(atoms.all());
        }
        long[] same = atoms.none();
        boolean isSame = true;
        for (PortMatch port : rule.ports()) {
            switch (port) {
                case PortMatch.Range range -> atoms.add(range, same);
                case PortMatch.Named _ -> isSame = false;
            }
        }
        if (isSame) {
            return PortSets.same(same);
        }
        long[][] byReceiver = new long[parties()][];
        for (int party = 0; party < byReceiver.length; party++) {
            byReceiver[party] = same.clone();
            if (isPod(party)) {
                addNamed(rule, pods.pod(party), byReceiver[party]);
            }
        }
        return PortSets.byReceiver(byReceiver);
    }

    private void addNamed(Rule rule, Pod receiver, long[] set) {
        for (PortMatch port : rule.ports()) {
            if (port instanceof PortMatch.Named named) {
                receiver.ports().getOrDefault(named.name(), List.of()).stream()
                        .filter(range -> named.protocol()
                                .map(protocol -> protocol == range.protocol())
                                .orElse(true))
                        .forEach(range -> atoms.add(range, set));
            }
        }
    }

    /** How many there are: classes of pods, then ranges of addresses. */
    public int parties() {
        return pods.count() + addresses.ranges().size();
    }

    public boolean isPod(int party) {
        return party < pods.count();
    }

    /** The class of a pod of the cluster. */
    public int partyOf(int pod) {
        return pods.of(pod);
    }

    /** The addresses of a party that is no class of pods. */
    public AddressRange addressesOf(int party) {
        return addresses.ranges().get(party - pods.count());
    }

    boolean isNode(int party) {
        return isPod(party)
                && assumptions.hostNetworkIsNode()
                && pods.pod(party).isOnHostNetwork();
    }

    private BitSet isolated(Direction direction) {
        var isolated = new BitSet();
        policies.stream()
                .filter(policy -> policy.isolates().contains(direction))
                .forEach(policy -> isolated.or(pods.classes(policy.subject())));
        return isolated;
    }

    /** Whether any pods are seen as their nodes. */
    boolean hasNodes() {
        return IntStream.range(0, pods.count()).anyMatch(this::isNode);
    }

    DirectionRules rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    PortAtoms atoms() {
        return atoms;
    }

    /** The policies that isolate the pods of a class. */
    List<Policy> isolating(Direction direction, int party) {
        return policies.stream()
                .filter(policy -> policy.isolates().contains(direction))
                .filter(policy -> pods.classes(policy.subject()).get(party))
                .toList();
    }

    /** Why a party may reach another, or not. */
    public List<Reason> reasons(int source, int receiver) {
        return new Reasons(this, source, receiver).all();
    }

    /** What a party may reach. */
    public Row row(int source) {
        return sweep.row(source);
    }
}
