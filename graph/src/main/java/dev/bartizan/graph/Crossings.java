package dev.bartizan.graph;

import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the workloads of one zone may open in another, all of them together; the outside counts as a zone. */
public final class Crossings {
    /** The name of the outside. */
    public static final String OUTSIDE = "outside";

    /** More pairs of classes than this are not gone through. */
    private static final long MOST_PAIRS = 4_000_000;

    private final SortedMap<String, SortedMap<String, Crossing>> byZone = new TreeMap<>();
    private final SortedSet<String> zones = new TreeSet<>();
    private final boolean isComplete;

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
        this.isComplete = (long) classes * classes <= MOST_PAIRS;
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
        if (isComplete) {
            collect(facts, zonesOf);
        }
    }

    public static Crossings of(Platform platform, ReachabilityFacts facts) {
        return new Crossings(platform, facts);
    }

    private void collect(ReachabilityFacts facts, List<SortedSet<String>> zonesOf) {
        Map<ReachabilityFacts.Pair, Crossing> known = new HashMap<>();
        for (int from = 0; from < zonesOf.size(); from++) {
            for (int to = 0; to < zonesOf.size(); to++) {
                Crossing opened = known.computeIfAbsent(facts.pair(from, to), Crossings::opened);
                for (String source : zonesOf.get(from)) {
                    for (String receiver : zonesOf.get(to)) {
                        if (!source.equals(receiver)) {
                            add(source, receiver, opened);
                        }
                    }
                }
            }
        }
    }

    private void add(String source, String receiver, Crossing opened) {
        byZone.computeIfAbsent(source, key -> new TreeMap<>()).merge(receiver, opened, Crossings::together);
    }

    private static Crossing together(Crossing one, Crossing other) {
        var ports = new TreeSet<>(one.ports());
        ports.addAll(other.ports());
        var maybe = new TreeSet<>(one.maybe());
        maybe.addAll(other.maybe());
        return new Crossing(ports, maybe, one.isEverything() && other.isEverything());
    }

    private static Crossing opened(ReachabilityFacts.Pair pair) {
        var ports = new TreeSet<String>();
        var maybe = new TreeSet<String>();
        boolean isEverything = true;
        for (Way out : pair.egress().orElse(List.of())) {
            for (Way in : pair.ingress().orElse(List.of())) {
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
        return Optional.ofNullable(byZone.getOrDefault(from, new TreeMap<>()).get(to))
                .orElse(Crossing.NOTHING);
    }
}
