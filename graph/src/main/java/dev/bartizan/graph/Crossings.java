package dev.bartizan.graph;

import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the workloads of one zone may open in another, all of them together; the outside counts as a zone. */
public final class Crossings {
    /** The name of the outside. */
    public static final String OUTSIDE = "outside";

    /** More pairs of classes than this are not gone through. */
    private static final long MOST_PAIRS = 4_000_000;

    private static final long MOST_PAIRS_OF_ZONES = 4 * MOST_PAIRS;
    private static final int NO_PAIR = 0;

    private final SortedSet<String> zones = new TreeSet<>();
    private final List<String> names;
    private final boolean isComplete;
    private final List<Crossing> crossings = new ArrayList<>(List.of(Crossing.NOTHING));
    /** By two zones the number of what is open between them; {@link #NO_PAIR} of zones with no pair of workloads. */
    private final int[][] between;

    /** Takes what may be opened from one zone to another. */
    @FunctionalInterface
    public interface Visitor {
        void accept(String from, String to, Crossing crossing);
    }

    /**
     * What may be opened from one zone to another.
     *
     * @param ports that some workload may open at some other, for certain
     * @param maybe those for which it hangs on an assumption
     * @param isEverything whether every workload may open every port of every other
     */
    public record Crossing(SortedSet<String> ports, SortedSet<String> maybe, boolean isEverything) {
        static final Crossing NOTHING = new Crossing(new TreeSet<>(), new TreeSet<>(), false);

        public boolean isNothing() {
            return ports.isEmpty() && maybe.isEmpty();
        }
    }

    private Crossings(Platform platform, ReachabilityFacts facts) {
        int classes = facts.classes().size();
        List<SortedSet<String>> zonesOf = new ArrayList<>();
        for (PeerClass one : facts.classes()) {
            var names = new TreeSet<String>();
            one.members()
                    .forEach(member -> names.add(platform.asset(member.asset()).zone()));
            if (one.isOutside()) {
                names.add(OUTSIDE);
            }
            zonesOf.add(names);
            zones.addAll(names);
        }
        this.names = List.copyOf(zones);
        this.isComplete =
                (long) classes * classes <= MOST_PAIRS && (long) names.size() * names.size() <= MOST_PAIRS_OF_ZONES;
        this.between = new int[isComplete ? names.size() : 0][names.size()];
        if (isComplete) {
            collect(facts, zonesOf);
        }
    }

    public static Crossings of(Platform platform, ReachabilityFacts facts) {
        return new Crossings(platform, facts);
    }

    private void collect(ReachabilityFacts facts, List<SortedSet<String>> zonesOf) {
        int[][] numbers = zonesOf.stream()
                .map(own -> own.stream().mapToInt(this::number).toArray())
                .toArray(int[][]::new);
        var opened = new Opened(facts, crossings);
        for (int from = 0; from < numbers.length; from++) {
            for (int to = 0; to < numbers.length; to++) {
                int crossing = opened.between(from, to);
                for (int source : numbers[from]) {
                    int[] row = between[source];
                    for (int receiver : numbers[to]) {
                        if (source != receiver) {
                            row[receiver] =
                                    row[receiver] == NO_PAIR ? crossing : opened.together(row[receiver], crossing);
                        }
                    }
                }
            }
        }
    }

    /** The place of a zone among the names; below 0 when there is none. */
    private int number(String zone) {
        return Collections.binarySearch(names, zone);
    }

    /**
     * What pairs of classes may open, by numbers: there are millions of pairs, hundreds of different things that policies say, and a handful of answers. The steps by which policies come to
     * what they say make no difference here.
     */
    private static final class Opened {
        private final List<List<Said>> said = new ArrayList<>();
        private final Map<List<Said>, Integer> numbers = new HashMap<>();
        private final Map<Long, Integer> pairs = new HashMap<>();
        private final Map<Long, Integer> unions = new HashMap<>();
        private final Map<Crossing, Integer> numberOf = new HashMap<>();
        private final List<Crossing> crossings;
        private final DecisionTable egress;
        private final DecisionTable ingress;
        private final int[][] out;
        private final int[][] in;

        /** @param crossings to which those that are met are added */
        Opened(ReachabilityFacts facts, List<Crossing> crossings) {
            this.crossings = crossings;
            this.egress = facts.egress();
            this.ingress = facts.ingress();
            this.out = numbered(egress);
            this.in = numbered(ingress);
        }

        /** By row and class the number of what is said; what is not known opens nothing. */
        private int[][] numbered(DecisionTable table) {
            var rows = new int[table.rows()][table.classes()];
            for (int row = 0; row < rows.length; row++) {
                int first = 0;
                for (DecisionTable.Run run : table.row(row).orElse(List.of())) {
                    Arrays.fill(rows[row], first, run.last() + 1, number(run.ways()));
                    first = run.last() + 1;
                }
                Arrays.fill(rows[row], first, table.classes(), number(List.of()));
            }
            return rows;
        }

        private int number(List<Way> ways) {
            List<Said> key = ways.stream()
                    .map(way -> new Said(way.ports(), way.verdict()))
                    .toList();
            return numbers.computeIfAbsent(key, added -> {
                said.add(added);
                return said.size() - 1;
            });
        }

        /** The number of what one class may open at another. */
        int between(int from, int to) {
            int sent = out[egress.rowOf(from)][to];
            int received = in[ingress.rowOf(to)][from];
            return pairs.computeIfAbsent(
                    both(sent, received), key -> number(opened(said.get(sent), said.get(received))));
        }

        /** The number of what is open by one or the other. */
        int together(int one, int other) {
            return one == other
                    ? one
                    : unions.computeIfAbsent(
                            both(one, other),
                            key -> number(Crossings.together(crossings.get(one), crossings.get(other))));
        }

        private int number(Crossing crossing) {
            return numberOf.computeIfAbsent(crossing, added -> {
                crossings.add(added);
                return crossings.size() - 1;
            });
        }

        private static long both(int one, int other) {
            return ((long) one << Integer.SIZE) | other;
        }
    }

    /** What a {@link Way} says, whatever the reason. */
    private record Said(List<PortRange> ports, Way.Verdict verdict) {}

    private static Crossing together(Crossing one, Crossing other) {
        var ports = new TreeSet<>(one.ports());
        ports.addAll(other.ports());
        var maybe = new TreeSet<>(one.maybe());
        maybe.addAll(other.maybe());
        return new Crossing(ports, maybe, one.isEverything() && other.isEverything());
    }

    private static Crossing opened(List<Said> egress, List<Said> ingress) {
        var ports = new TreeSet<String>();
        var maybe = new TreeSet<String>();
        boolean isEverything = true;
        for (Said out : egress) {
            for (Said in : ingress) {
                boolean isOpen = out.verdict() == Way.Verdict.ALLOWED && in.verdict() == Way.Verdict.ALLOWED;
                boolean isDenied = out.verdict() == Way.Verdict.DENIED || in.verdict() == Way.Verdict.DENIED;
                List<PortRange> shared = shared(out.ports(), in.ports());
                isEverything &= isOpen || shared.isEmpty();
                if (!isDenied) {
                    shared.forEach(range -> (isOpen ? ports : maybe).add(range.toString()));
                }
            }
        }
        return new Crossing(ports, maybe, isEverything && !ports.isEmpty());
    }

    private static List<PortRange> shared(List<PortRange> one, List<PortRange> other) {
        var shared = new ArrayList<PortRange>();
        for (PortRange range : one) {
            for (PortRange second : other) {
                if (range.meets(second)) {
                    shared.add(new PortRange(
                            range.transport(),
                            Math.max(range.first(), second.first()),
                            Math.min(range.last(), second.last())));
                }
            }
        }
        return shared;
    }

    /** Whether all pairs were gone through: beyond a bound none are. */
    public boolean isComplete() {
        return isComplete;
    }

    /** All zones with workloads, and the outside. */
    public SortedSet<String> zones() {
        return zones;
    }

    public Crossing between(String from, String to) {
        int source = number(from);
        int receiver = number(to);
        return isComplete && source >= 0 && receiver >= 0 ? crossings.get(between[source][receiver]) : Crossing.NOTHING;
    }

    /** Goes through all pairs of zones of which workloads may open anything in each other, in the order of their names. */
    public void forEach(Visitor visitor) {
        for (int from = 0; from < between.length; from++) {
            for (int to = 0; to < between.length; to++) {
                Crossing crossing = crossings.get(between[from][to]);
                if (!crossing.isNothing()) {
                    visitor.accept(names.get(from), names.get(to), crossing);
                }
            }
        }
    }
}
