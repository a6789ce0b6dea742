package dev.bartizan.graph;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the analysis of the network established, by classes of peers. A connection is possible when the sender's policies let it out and the receiver's let
 * it in.
 */
public final class ReachabilityFacts implements Facts, Reachability {
    private static final Truth NOT_KEPT = Truth.undecided("rows of the connectivity that the file has no room for");

    private final Basis basis;
    private final List<PeerClass> classes;
    private final DecisionTable egress;
    private final DecisionTable ingress;
    private final Optional<List<Finding>> lint;
    private final Optional<List<IntentResult>> intents;
    private final Map<Integer, BitSet> classesOf = new HashMap<>();

    /**
     * What the answers rest on.
     *
     * @param profile whose reading of the specifications counts
     * @param enforcement who enforces the policies, on what evidence
     * @param policies how many were evaluated
     * @param limits what was not evaluated or was assumed, a sentence each
     */
    public record Basis(String profile, String enforcement, int policies, List<String> limits) {
        public Basis {
            limits = List.copyOf(limits);
        }
    }

    /** Two classes and what is said about their connections: when the first opens them, when the second receives them. */
    public record Pair(Optional<List<Way>> egress, Optional<List<Way>> ingress) {}

    public ReachabilityFacts(Basis basis, List<PeerClass> classes, DecisionTable egress, DecisionTable ingress) {
        this(basis, classes, egress, ingress, Optional.empty(), Optional.empty());
    }

    private ReachabilityFacts(
            Basis basis,
            List<PeerClass> classes,
            DecisionTable egress,
            DecisionTable ingress,
            Optional<List<Finding>> lint,
            Optional<List<IntentResult>> intents) {
        this.basis = basis;
        this.lint = lint.map(List::copyOf);
        this.intents = intents.map(List::copyOf);
        this.classes = List.copyOf(classes);
        this.egress = egress;
        this.ingress = ingress;
        for (int i = 0; i < classes.size(); i++) {
            for (PeerClass.Member member : classes.get(i).members()) {
                classesOf.computeIfAbsent(member.asset(), key -> new BitSet()).set(i);
            }
        }
    }

    public Basis basis() {
        return basis;
    }

    public List<PeerClass> classes() {
        return classes;
    }

    /** By the class that opens the connection. */
    public DecisionTable egress() {
        return egress;
    }

    /** By the class that receives the connection. */
    public DecisionTable ingress() {
        return ingress;
    }

    /** The same with what is written in policies and does not do what its author thinks, worst first. */
    public ReachabilityFacts withLint(List<Finding> findings) {
        return new ReachabilityFacts(basis, classes, egress, ingress, Optional.of(findings), intents);
    }

    /** The same with what became of the intents of the design, in their order. */
    public ReachabilityFacts withIntents(List<IntentResult> results) {
        return new ReachabilityFacts(basis, classes, egress, ingress, lint, Optional.of(results));
    }

    /** What is written in policies and does not do what its author thinks, worst first; empty when nobody looked. */
    public Optional<List<Finding>> lint() {
        return lint;
    }

    /** What became of the intents of the design, in their order; empty when there are none. */
    public Optional<List<IntentResult>> intents() {
        return intents;
    }

    /** The classes of an asset's pods; none when it has no pods. */
    public BitSet classesOf(int asset) {
        return (BitSet) classesOf.getOrDefault(asset, new BitSet()).clone();
    }

    public Pair pair(int from, int to) {
        return new Pair(egress.ways(from, to), ingress.ways(to, from));
    }

    /** Whether one class may open any port of another. */
    public Truth anyPort(int from, int to) {
        Pair pair = pair(from, to);
        if (pair.egress().isEmpty() || pair.ingress().isEmpty()) {
            return NOT_KEPT;
        }
        Truth any = Truth.REFUTED;
        for (Way out : pair.egress().get()) {
            for (Way in : pair.ingress().get()) {
                if (!out.isDenied() && !in.isDenied() && out.meets(in)) {
                    any = any.or(out.truth().and(in.truth()));
                }
            }
        }
        return any;
    }

    @Override
    public Truth verdict(int from, int to, Transport transport, int port) {
        Truth any = Truth.REFUTED;
        BitSet receivers = classesOf(to);
        BitSet senders = classesOf(from);
        if (senders.isEmpty() || receivers.isEmpty()) {
            return Truth.undecided("the pods of an asset of which none was read");
        }
        for (int sender = senders.nextSetBit(0); sender >= 0; sender = senders.nextSetBit(sender + 1)) {
            for (int receiver = receivers.nextSetBit(0); receiver >= 0; receiver = receivers.nextSetBit(receiver + 1)) {
                any = any.or(between(sender, receiver, transport, port));
            }
        }
        return any;
    }

    /** Whether one class may open this port of another. */
    public Truth between(int from, int to, Transport transport, int port) {
        return verdict(pair(from, to), transport, port);
    }

    private static Truth verdict(Pair pair, Transport transport, int port) {
        return way(pair.egress(), transport, port)
                .map(Way::truth)
                .orElse(NOT_KEPT)
                .and(way(pair.ingress(), transport, port).map(Way::truth).orElse(NOT_KEPT));
    }

    private static Optional<Way> way(Optional<List<Way>> ways, Transport transport, int port) {
        return ways.flatMap(
                all -> all.stream().filter(way -> way.contains(transport, port)).findFirst());
    }

    @Override
    public List<Evidence> witness(int from, int to, Transport transport, int port) {
        BitSet receivers = classesOf(to);
        return classesOf(from).stream()
                .boxed()
                .flatMap(sender -> receivers.stream().mapToObj(receiver -> pair(sender, receiver)))
                .max((one, other) -> rank(verdict(one, transport, port)) - rank(verdict(other, transport, port)))
                .map(pair -> Stream.of(pair.egress(), pair.ingress())
                        .flatMap(ways -> way(ways, transport, port).stream())
                        .flatMap(way -> way.steps().stream())
                        .flatMap(step -> step.location().map(at -> new Evidence(step.statement(), at)).stream())
                        .toList())
                .orElse(List.of());
    }

    private static int rank(Truth truth) {
        return truth.isConfirmed() ? 2 : truth.isRefuted() ? 0 : 1;
    }

    @Override
    public BitSet sources(int to) {
        var sources = new BitSet();
        BitSet receivers = classesOf(to);
        for (int sender = 0; sender < classes.size(); sender++) {
            int from = sender;
            if (receivers.stream().anyMatch(receiver -> !anyPort(from, receiver).isRefuted())) {
                classes.get(from).members().forEach(member -> sources.set(member.asset()));
            }
        }
        return sources;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReachabilityFacts facts
                && basis.equals(facts.basis)
                && classes.equals(facts.classes)
                && egress.equals(facts.egress)
                && ingress.equals(facts.ingress)
                && lint.equals(facts.lint)
                && intents.equals(facts.intents);
    }

    @Override
    public int hashCode() {
        return Objects.hash(basis, classes);
    }

    /**
     * Peers that no policy tells apart.
     *
     * @param members pods of the platform
     * @param addresses outside of the cluster, {@code 0.0.0.0-255.255.255.255}; empty for pods
     */
    public record PeerClass(List<Member> members, String addresses) {
        public PeerClass {
            members = List.copyOf(members);
        }

        /**
         * The pods of one template.
         *
         * @param asset index of the workload that makes them
         * @param part tells the templates of one workload apart: {@code /headGroupSpec}; empty when there is one
         */
        public record Member(int asset, String part) {}

        /** Whether it is a range of addresses outside of the cluster. */
        public boolean isOutside() {
            return members.isEmpty();
        }
    }
}
