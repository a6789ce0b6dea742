package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Truth;
import dev.bartizan.graph.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may open a connection to whom. That no policy says anything is an answer only where the input is whole: policies are often kept in another
 * repository.
 */
final class Reach {
    private static final int[] NO_PODS = {};

    private final Optional<ReachabilityFacts> facts;
    private final Map<String, List<Integer>> byRole = new HashMap<>();
    private final Optional<Integer> widestOutside;
    private final Map<Ends, Pair> pairs = new ConcurrentHashMap<>();
    private final int[] groups;
    private final Map<String, List<Integer>> firstTwo = new ConcurrentHashMap<>();
    private final int[][] classesOf;
    /** The assets of places about which the input is whole. */
    private final BitSet whole = new BitSet();

    private final Map<Integer, BitSet> sendersOf = new ConcurrentHashMap<>();

    /**
     * Whether there is a connection, with what shows it.
     *
     * @param gap what would decide it, when it is undecided
     */
    record Answer(Truth truth, Supplier<List<Evidence>> evidence, Optional<Gap> gap) {
        static final Answer NO = new Answer(Truth.REFUTED, List::of, Optional.empty());

        Answer or(Answer other) {
            if (truth.isConfirmed() || other.truth.isRefuted()) {
                return this;
            }
            return other.truth.isConfirmed() || truth.isRefuted() ? other : this;
        }

        static Answer yes(Supplier<List<Evidence>> evidence) {
            return new Answer(Truth.CONFIRMED, evidence, Optional.empty());
        }

        static Answer open(Gap gap) {
            return new Answer(Truth.undecided(gap.text()), List::of, Optional.of(gap));
        }
    }

    /**
     * What policies say about two classes.
     *
     * @param out the way by which the sender's policies let it out, if they do
     * @param in the way by which the receiver's let it in
     * @param silentOut whether no policy of the sender says anything
     * @param silentIn whether no policy of the receiver says anything
     */
    private record Pair(Truth truth, Optional<Way> out, Optional<Way> in, boolean silentOut, boolean silentIn) {}

    /** Two classes, by number. */
    private record Ends(int from, int to) {}

    /** Assets of one namespace whose pods are of the same classes. */
    private record Likes(List<Integer> classes, String namespace) {}

    Reach(Platform platform, Optional<ReachabilityFacts> facts) {
        this.facts = facts;
        List<PeerClass> classes = facts.map(ReachabilityFacts::classes).orElse(List.of());
        Optional<Integer> widest = Optional.empty();
        long most = -1;
        for (int i = 0; i < classes.size(); i++) {
            long size = classes.get(i).isOutside() ? addresses(classes.get(i).addresses()) : -1;
            if (size > most) {
                most = size;
                widest = Optional.of(i);
            }
        }
        this.widestOutside = widest;
        this.classesOf = classesOf(platform, classes);
        this.groups = groups(platform, classesOf);
        for (int asset = 0; asset < platform.assets().size(); asset++) {
            whole.set(
                    asset, platform.completeness().covers(platform.asset(asset).namespace()));
        }
        for (PeerClass one : classes) {
            one.members()
                    .forEach(member -> byRole.computeIfAbsent(
                                    platform.asset(member.asset())
                                            .classification()
                                            .role(),
                                    key -> new ArrayList<>())
                            .add(member.asset()));
        }
    }

    /** By asset, ascending. */
    private static int[][] classesOf(Platform platform, List<PeerClass> classes) {
        var of = new int[platform.assets().size()][];
        Arrays.fill(of, NO_PODS);
        for (int i = 0; i < classes.size(); i++) {
            for (PeerClass.Member member : classes.get(i).members()) {
                int[] before = of[member.asset()];
                if (before.length == 0 || before[before.length - 1] != i) {
                    int[] more = Arrays.copyOf(before, before.length + 1);
                    more[before.length] = i;
                    of[member.asset()] = more;
                }
            }
        }
        return of;
    }

    private static int[] groups(Platform platform, int[][] classesOf) {
        var first = new HashMap<Likes, Integer>();
        var groups = new int[classesOf.length];
        for (int asset = 0; asset < groups.length; asset++) {
            var likes = new Likes(
                    Arrays.stream(classesOf[asset]).boxed().toList(),
                    platform.asset(asset).namespace());
            Integer known = first.putIfAbsent(likes, asset);
            groups[asset] = known == null ? asset : known;
        }
        return groups;
    }

    /** How many, by the first number of the addresses; IPv6 counts as none. */
    private static long addresses(String ranges) {
        long sum = 0;
        for (String range : ranges.split(",", -1)) {
            String[] ends = range.strip().split("-", -1);
            sum += ends.length == 2 && ends[0].indexOf(':') < 0 ? number(ends[1]) - number(ends[0]) + 1 : 0;
        }
        return sum;
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.strip().split("\\.", -1)) {
            number = number * 256 + Long.parseLong(part);
        }
        return number;
    }

    List<Integer> assetsOf(String role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** Of those with this role that no policy tells apart and that share a namespace, the first two: one of them may be the one that is asked about. */
    List<Integer> someOf(String role) {
        return firstTwo.computeIfAbsent(role, key -> {
            var counts = new HashMap<Integer, Integer>();
            return assetsOf(role).stream()
                    .distinct()
                    .filter(asset -> counts.merge(group(asset), 1, Integer::sum) <= 2)
                    .toList();
        });
    }

    /** One number for all assets of a namespace whose pods no policy tells apart; it means nothing else. */
    int group(int asset) {
        return groups[asset];
    }

    /** The class of the most addresses outside of the cluster. */
    Optional<Integer> widestOutside() {
        return widestOutside;
    }

    /** The numbers of the classes of an asset's pods; none when it has no pods. */
    int[] classesOf(int asset) {
        return classesOf[asset];
    }

    boolean hasPods(int asset) {
        return classesOf(asset).length > 0;
    }

    /** The classes of pods whose connections the policies of an asset's pods do not refuse for certain; to be read only. */
    BitSet sendersTo(int receiver) {
        int[] classes = classesOf(receiver);
        if (classes.length == 1) {
            return sendersOf(classes[0]);
        }
        var senders = new BitSet();
        for (int one : classes) {
            senders.or(sendersOf(one));
        }
        return senders;
    }

    /** Whether pods of an asset are of one of these classes. */
    boolean isOneOf(int asset, BitSet classes) {
        for (int own : classesOf(asset)) {
            if (classes.get(own)) {
                return true;
            }
        }
        return false;
    }

    /** The classes of pods whose connections the policies of this class do not refuse for certain; to be read only. */
    BitSet sendersOf(int receiver) {
        return sendersOf.computeIfAbsent(receiver, this::read);
    }

    private BitSet read(int receiver) {
        ReachabilityFacts known = facts.orElseThrow();
        var senders = new BitSet();
        int first = 0;
        for (DecisionTable.Run run :
                known.ingress().row(known.ingress().rowOf(receiver)).orElse(List.of())) {
            if (run.ways().stream().anyMatch(way -> way.verdict() != Way.Verdict.DENIED)) {
                senders.set(first, run.last() + 1);
            }
            first = run.last() + 1;
        }
        senders.stream()
                .filter(sender -> known.classes().get(sender).isOutside())
                .forEach(senders::clear);
        return senders;
    }

    /** What the pods of a class are made by. */
    List<PeerClass.Member> members(int number) {
        return facts.orElseThrow().classes().get(number).members();
    }

    Answer between(World world, int from, int to) {
        Answer answer = Answer.NO;
        for (int sender : classesOf(from)) {
            for (int receiver : classesOf(to)) {
                answer = answer.or(judge(world, pair(sender, receiver), from, Optional.of(to)));
            }
        }
        return answer;
    }

    /** Whether the answer is certainly yes: it takes less than to say why. */
    boolean isCertain(int from, int to) {
        boolean isFromWhole = whole.get(from);
        boolean isToWhole = whole.get(to);
        for (int sender : classesOf(from)) {
            for (int receiver : classesOf(to)) {
                Pair pair = pair(sender, receiver);
                if (pair.truth().isConfirmed()
                        && (isFromWhole || !pair.silentOut())
                        && (isToWhole || !pair.silentIn())) {
                    return true;
                }
            }
        }
        return false;
    }

    Answer out(World world, int from, int outside) {
        Answer answer = Answer.NO;
        for (int sender : classesOf(from)) {
            answer = answer.or(judge(world, pair(sender, outside), from, Optional.empty()));
        }
        return answer;
    }

    private Pair pair(int from, int to) {
        return pairs.computeIfAbsent(new Ends(from, to), key -> read(from, to));
    }

    private Pair read(int from, int to) {
        ReachabilityFacts known = facts.orElseThrow();
        ReachabilityFacts.Pair pair = known.pair(from, to);
        Optional<Way> out = open(pair.egress());
        Optional<Way> in = open(pair.ingress());
        return new Pair(known.anyPort(from, to), out, in, isSilent(out), isSilent(in));
    }

    private static boolean isSilent(Optional<Way> way) {
        return way.stream()
                .flatMap(open -> open.steps().stream())
                .allMatch(step -> step.policy().isEmpty());
    }

    private static Optional<Way> open(Optional<List<Way>> ways) {
        return ways.flatMap(all ->
                all.stream().filter(way -> way.verdict() == Way.Verdict.ALLOWED).findFirst());
    }

    private Answer judge(World world, Pair pair, int from, Optional<Integer> to) {
        return switch (pair.truth()) {
            case Truth.Refuted ignored -> Answer.NO;
            case Truth.Undecided undecided ->
                Answer.open(new Gap(
                        Gap.Topic.NETWORK,
                        "network",
                        World.place(world.platform().asset(to.orElse(from))),
                        undecided.gaps().getFirst()));
            case Truth.Confirmed ignored -> {
                Optional<Asset> silent = Stream.concat(
                                silent(world, pair.silentOut(), Optional.of(from)).stream(),
                                silent(world, pair.silentIn(), to).stream())
                        .findFirst();
                yield silent.map(asset -> Answer.open(policies(World.place(asset))))
                        .orElseGet(() -> Answer.yes(() -> witness(world, pair, from, to)));
            }
        };
    }

    private static Gap policies(String place) {
        return new Gap(
                Gap.Topic.COMPLETENESS,
                "complete",
                place,
                "whether network policies of " + place + " are kept elsewhere");
    }

    /** The asset about which no policy says anything, although some may be kept elsewhere. */
    private Optional<Asset> silent(World world, boolean isSilent, Optional<Integer> asset) {
        return asset.filter(index -> isSilent)
                .filter(index -> !whole.get(index))
                .map(index -> world.platform().asset(index));
    }

    private static List<Evidence> witness(World world, Pair pair, int from, Optional<Integer> to) {
        Asset sender = world.platform().asset(from);
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(
                sender.name() + " of " + sender.zone() + " may open connections to "
                        + to.map(index -> world.platform().asset(index).name()).orElse("any address outside")
                        + (pair.in().isPresent() ? "" : "; no policy says otherwise"),
                sender.location()));
        Stream.of(pair.out(), pair.in())
                .flatMap(Optional::stream)
                .flatMap(way -> way.steps().stream())
                .flatMap(step -> step.location().map(place -> new Evidence(step.statement(), place)).stream())
                .forEach(evidence::add);
        return evidence;
    }
}
