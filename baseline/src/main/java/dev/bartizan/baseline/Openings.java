package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Transport;
import dev.bartizan.graph.Way;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.rules.Related;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Who is let in at which port of a known component, by the policy whose rule lets him. What is open because no policy says anything is not among them: that
 * is told of the namespace.
 */
final class Openings {
    private static final String RULES = "/spec/ingress/";

    private final PlatformIndex platform;
    private final Supplier<Optional<ReachabilityFacts>> network;
    private final PeerPlaces places;
    private final Map<String, BitSet> sendersByRole = new TreeMap<>();
    private final Map<String, Set<Opening>> byPolicy = new HashMap<>();
    private Optional<ReachabilityFacts> facts = Optional.empty();
    private boolean isCollected;

    /**
     * One role that is let in at one port.
     *
     * @param sender a class of pods with this role
     * @param rule JSON pointer of the rule that lets it in
     */
    record Opening(String role, int sender, String receiver, Signature.Port port, String rule) {}

    /** @param network asked when the first policy is asked about, and once */
    Openings(PlatformIndex platform, Supplier<Optional<ReachabilityFacts>> network) {
        this.platform = platform;
        this.network = network;
        this.places = new PeerPlaces(platform);
    }

    private void collect(ReachabilityFacts connectivity) {
        List<PeerClass> classes = connectivity.classes();
        for (int i = 0; i < classes.size(); i++) {
            for (PeerClass.Member member : classes.get(i).members()) {
                sendersByRole.computeIfAbsent(role(member), key -> new BitSet()).set(i);
            }
        }
        for (int i = 0; i < classes.size(); i++) {
            var known = new LinkedHashSet<String>();
            for (PeerClass.Member member : classes.get(i).members()) {
                Optional<String> component = platform.platform()
                        .asset(member.asset())
                        .classification()
                        .component();
                if (component.filter(known::add).isPresent()) {
                    collect(connectivity, i, role(member), component.get());
                }
            }
        }
    }

    private String role(PeerClass.Member member) {
        return platform.platform().asset(member.asset()).classification().role();
    }

    private void collect(ReachabilityFacts connectivity, int receiver, String role, String component) {
        List<Run> runs = connectivity
                .ingress()
                .row(connectivity.ingress().rowOf(receiver))
                .orElse(List.of());
        if (runs.stream()
                .noneMatch(run -> run.ways().stream().anyMatch(way -> letIn(way).isPresent()))) {
            return;
        }
        for (Signature.Port port :
                Signatures.load().component(component).map(Signature::ports).orElse(List.of())) {
            int first = 0;
            for (Run run : runs) {
                for (Way way : run.ways()) {
                    if (letIn(way).isPresent() && way.contains(Transport.TCP, port.port())) {
                        collect(connectivity, receiver, role, port, way, first, run.last());
                    }
                }
                first = run.last() + 1;
            }
        }
    }

    /** The step of a NetworkPolicy whose rule lets in; a mesh may be asked after it. */
    private static Optional<Way.Step> letIn(Way way) {
        return way.verdict() == Way.Verdict.ALLOWED
                ? way.steps().stream()
                        .filter(step -> step.location()
                                .filter(place -> place.pointer().contains(RULES))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private void collect(
            ReachabilityFacts connectivity,
            int receiver,
            String role,
            Signature.Port port,
            Way way,
            int first,
            int last) {
        Way.Step step = letIn(way).orElseThrow();
        sendersByRole.forEach((sender, classes) -> {
            for (int i = classes.nextSetBit(first); i >= 0 && i <= last; i = classes.nextSetBit(i + 1)) {
                if (connectivity
                        .between(i, receiver, Transport.TCP, port.port())
                        .isConfirmed()) {
                    String pointer = step.location().orElseThrow().pointer();
                    byPolicy.computeIfAbsent(step.policy(), key -> new LinkedHashSet<>())
                            .add(new Opening(sender, i, role, port, pointer));
                    return;
                }
            }
        });
    }

    /** Those that a policy makes. Several threads may ask. */
    synchronized Related of(int policy) {
        if (!isCollected) {
            isCollected = true;
            facts = network.get();
            facts.ifPresent(this::collect);
        }
        if (facts.isEmpty()) {
            return Related.atLeast(List.of(), "whom policies let in, since the network was not analysed");
        }
        Asset asset = platform.platform().asset(policy);
        Set<Opening> openings = byPolicy.getOrDefault(asset.id(), Set.of());
        return Related.of(new ArrayList<>(openings)
                .stream()
                        .map(opening -> places.item(policy, opening, facts.get().classes()))
                        .distinct()
                        .toList());
    }
}
