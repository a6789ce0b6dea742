package dev.bartizan.network.engine;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Policy;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of a cluster over classes of parties that they cannot tell apart: classes of pods first, then ranges of addresses outside, then those whom
 * policies name. Of a source it computes in one sweep what it may reach. Any number of threads may ask.
 */
public final class Engine {
    private final Parties parties;
    private final PortAtoms atoms;
    private final List<Chain> chains;
    private final Map<Direction, List<AddressRun>> runs = new EnumMap<>(Direction.class);

    private Engine(Cluster cluster, Assumptions assumptions) {
        var named = new NamedInPolicies(cluster);
        this.atoms = new PortAtoms(named.ranges());
        this.parties = new Parties(
                new PodClasses(cluster, assumptions, named.portNames()),
                new AddressClasses(named.blocks()),
                List.copyOf(named.outsiders()),
                assumptions);
        this.chains = new Compiler(parties, atoms).chains(cluster);
        for (Direction direction : Direction.values()) {
            runs.put(
                    direction,
                    parties.addresses()
                            .runs(named.blocks(direction), parties.pods().count()));
        }
    }

    public static Engine of(Cluster cluster, Assumptions assumptions) {
        return new Engine(cluster, assumptions);
    }

    /** How many there are. */
    public int parties() {
        return parties.count();
    }

    public boolean isPod(int party) {
        return parties.isPod(party);
    }

    /** Whether it is somebody whom policies name. */
    public boolean isOutsider(int party) {
        return parties.isOutsider(party);
    }

    /** The class of a pod of the cluster. */
    public int partyOf(int pod) {
        return parties.pods().of(pod);
    }

    /** The addresses of a party that is neither a class of pods nor an outsider. */
    public AddressRange addressesOf(int party) {
        return parties.addressesOf(party);
    }

    /** The addresses outside, cut only where rules of one direction do: all addresses of one run are alike to those. */
    public List<AddressRun> addresses(Direction direction) {
        return runs.getOrDefault(direction, List.of());
    }

    public Outsider outsider(int party) {
        return parties.outsider(party);
    }

    /** Why a party may reach another, or not. */
    public List<Reason> reasons(int source, int receiver) {
        return new Reasons(this, source, receiver).all();
    }

    /** Which requests connections are open for. */
    public RequestLimits requestLimits() {
        return new RequestLimits(this);
    }

    /** For all that policies say, of many connections, one after another. */
    public Hearings hearings() {
        return new Hearings(this);
    }

    /** What policies say in one direction, by the party that they are about. */
    public Decisions decisions(Direction direction) {
        return new Decisions(this, direction);
    }

    /** For the rows of many sources, one after another. */
    public Sweep sweep() {
        return new Sweep(parties, atoms, chains);
    }

    /** What a party may reach. */
    public Row row(int source) {
        return sweep().row(source);
    }

    /** What each rule adds to the answer. */
    public RuleEffects effects() {
        return new RuleEffects(this);
    }

    /** The classes whose pods a policy is about. */
    public BitSet subjects(Policy policy) {
        return (BitSet) parties.pods().classes(policy.subject()).clone();
    }

    /** Those whom peers of a rule certainly mean, and those whom they may. */
    public BitSet meant(List<PeerMatch> peers) {
        Parties.Meant meant = parties.meant(peers);
        var all = (BitSet) meant.sure().clone();
        all.or(meant.maybe());
        return all;
    }

    Parties all() {
        return parties;
    }

    PortAtoms atoms() {
        return atoms;
    }

    List<Chain> chains() {
        return chains;
    }
}
