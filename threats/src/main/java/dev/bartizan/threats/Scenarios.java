package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ShortHash;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Threat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes scenarios of one threat's verdicts: one for each zone, or pair of zones, confirmed and open ones apart. */
final class Scenarios {
    /** A value at which a threat is as bad as its catalogue entry says. */
    private static final int USUAL_VALUE = 2;

    private final Threat threat;
    private final World world;
    /** By control of the threat, on which assets it is known to be missing. */
    private final SortedMap<String, BitSet> missing = new TreeMap<>();

    private Scenarios(Threat threat, World world, ControlStates states) {
        this.threat = threat;
        this.world = world;
        threat.controls()
                .forEach(control -> missing.put(control, states.of(control).refuted()));
    }

    static List<ThreatScenario> of(Verdicts verdicts, World world, ControlStates states) {
        var scenarios = new Scenarios(verdicts.threat(), world, states);
        var groups = new TreeMap<String, List<Verdicts.Verdict>>();
        for (Verdicts.Verdict verdict : verdicts.decided()) {
            String key = (verdict.truth().isConfirmed() ? "0 " : "1 ") + String.join(" ", scenarios.zones(verdict));
            groups.computeIfAbsent(key, zones -> new ArrayList<>()).add(verdict);
        }
        return groups.values().stream().map(scenarios::scenario).toList();
    }

    private List<String> zones(Verdicts.Verdict verdict) {
        String from = world.platform().asset(verdict.asset()).zone();
        return verdict.link()
                .map(link -> List.of(from, world.platform().asset(link.to()).zone()))
                .orElse(List.of(from));
    }

    private ThreatScenario scenario(List<Verdicts.Verdict> verdicts) {
        // By index is by id.
        List<Verdicts.Verdict> sorted = verdicts.stream()
                .map(one -> new Ranked(one, value(one)))
                .sorted(Comparator.comparingInt((Ranked one) -> -one.value())
                        .thenComparingInt(one -> one.verdict().asset())
                        .thenComparingInt(
                                one -> one.verdict().link().map(Link::to).orElse(-1)))
                .map(Ranked::verdict)
                .toList();
        Verdicts.Verdict worst = sorted.getFirst();
        List<String> zones = zones(worst);
        Truth truth =
                sorted.stream().map(Verdicts.Verdict::truth).reduce(Truth::or).orElseThrow();
        int raise = Integer.signum(value(worst) - USUAL_VALUE);
        return new ThreatScenario(
                ShortHash.of(threat.id() + " " + truth.isConfirmed() + " " + String.join(" ", zones)),
                threat.id(),
                threat.title(),
                threat.layer(),
                threat.patterns().stream().map(Threat.Pattern::word).toList(),
                threat.stride().stream().map(Threat.Stride::word).toList(),
                severity(raise),
                reason(worst, raise),
                truth,
                zones,
                threat.story(),
                sorted.stream().map(this::place).toList(),
                missing(sorted),
                threat.controls(),
                threat.maps().ids());
    }

    private record Ranked(Verdicts.Verdict verdict, int value) {}

    private int value(Verdicts.Verdict verdict) {
        int from = world.properties().value(world.thing(verdict.asset()));
        return verdict.link()
                .map(link -> Math.max(from, world.properties().value(world.thing(link.to()))))
                .orElse(from);
    }

    private Severity severity(int raise) {
        int level = Math.clamp(
                threat.severity().ordinal() + (long) raise, Severity.LOW.ordinal(), Severity.CRITICAL.ordinal());
        return Severity.values()[level];
    }

    private String reason(Verdicts.Verdict worst, int raise) {
        if (raise == 0) {
            return threat.severity().word();
        }
        boolean isDeclared =
                world.properties().declaredValue(world.thing(worst.asset())).isPresent();
        return threat.severity().word() + (raise > 0 ? ", raised" : ", lowered") + " by 1: it is worth " + value(worst)
                + (isDeclared ? "" : " (assumed from its role)");
    }

    private ThreatScenario.Place place(Verdicts.Verdict verdict) {
        Asset asset = world.platform().asset(verdict.asset());
        List<Evidence> evidence = new ArrayList<>(verdict.evidence());
        if (evidence.isEmpty()) {
            evidence.add(verdict.link()
                    .map(link -> LinkFunctions.evidence(world, link))
                    .orElseGet(() -> new Evidence(asset.kind() + " " + asset.name(), asset.location())));
        }
        return new ThreatScenario.Place(
                asset.id(), statement(verdict, asset), verdict.truth(), evidence, verdict.cures());
    }

    private String statement(Verdicts.Verdict verdict, Asset asset) {
        String to = verdict.link()
                .map(link -> world.platform().asset(link.to()).name())
                .orElse("");
        return threat.explain()
                .replace("{n}", asset.name())
                .replace("{f.from}", asset.name())
                .replace("{f.to}", to);
    }

    /** Controls that are known to be missing at one of the places. */
    private List<String> missing(List<Verdicts.Verdict> verdicts) {
        return threat.controls().stream()
                .filter(control ->
                        verdicts.stream().limit(USUAL_SAMPLE).anyMatch(verdict -> isMissing(verdict, control)))
                .toList();
    }

    /** Of a scenario with many places, this many are asked which controls they lack. */
    private static final int USUAL_SAMPLE = 20;

    private boolean isMissing(Verdicts.Verdict verdict, String control) {
        BitSet where = missing.getOrDefault(control, new BitSet());
        return where.get(verdict.asset())
                || verdict.link().filter(link -> where.get(link.to())).isPresent();
    }
}
