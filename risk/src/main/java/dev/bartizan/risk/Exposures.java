package dev.bartizan.risk;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.knowledge.Control;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.risk.control.ControlEffect;
import dev.bartizan.risk.control.Factor;
import dev.bartizan.risk.fair.FairTree;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts figures on threat scenarios: the owner's own, else placeholders. */
final class Exposures {
    private static final String VALUE = "value";
    private static final int USUAL_VALUE = 1;

    private final Platform platform;
    private final RiskQuestion question;
    private final Map<String, BitSet> evidenced = new HashMap<>();
    /** By frequency: thousands of scenarios have theirs from the same few threats. */
    private final Map<Distribution, Exposure.Ends> ends = new ConcurrentHashMap<>();

    private Exposures(Snapshot snapshot, RiskQuestion question) {
        this.platform = snapshot.platform();
        this.question = question;
        for (Safeguard safeguard :
                snapshot.safeguards().map(SafeguardFacts::controls).orElse(List.of())) {
            evidenced.put(safeguard.control(), safeguard.coverage().evidenced());
        }
    }

    /** In the order of the scenarios; those of threats that the catalogue does not have are left out. */
    static List<Exposure> of(Snapshot snapshot, RiskQuestion question) {
        var exposures = new Exposures(snapshot, question);
        return snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of()).parallelStream()
                .flatMap(scenario ->
                        Optional.ofNullable(question.catalogue().threats().get(scenario.threat()))
                                .map(threat -> exposures.exposure(scenario, threat))
                                .stream())
                .toList();
    }

    private Exposure exposure(ThreatScenario scenario, Threat threat) {
        int value = scenario.places().stream()
                .mapToInt(place -> value(place.asset()))
                .max()
                .orElse(USUAL_VALUE);
        List<RiskSettings.Figures> own = question.settings().figures().stream()
                .filter(figures -> isAbout(figures.threats(), figures.layers(), figures.zones(), scenario))
                .filter(figures -> figures.currency()
                        .filter(currency -> !currency.equals(question.settings().currency()))
                        .isEmpty())
                .toList();
        Optional<FairTree> tree = own.stream()
                .flatMap(one -> one.factors().stream())
                .reduce((one, later) -> later)
                .map(Ranges::tree);
        Optional<RiskSettings.Range> frequency =
                own.stream().flatMap(one -> one.frequency().stream()).reduce((one, later) -> later);
        Optional<RiskSettings.Range> loss =
                own.stream().flatMap(one -> one.loss().stream()).reduce((one, later) -> later);
        Distribution events = tree.map(FairTree::lossEvents)
                .orElseGet(() -> Ranges.distribution(frequency.orElseGet(() -> RiskSettings.Range.of(
                        threat.frequency().low(),
                        threat.frequency().mode(),
                        threat.frequency().high()))));
        List<ControlEffect.Applied> applied = applied(scenario);
        return new Exposure(
                scenario,
                events,
                ends.computeIfAbsent(events, Exposure.Ends::of),
                tree.<Distribution>map(factors -> new Fixed(factors.lossMagnitude()))
                        .or(() -> loss.map(Ranges::distribution))
                        .orElseGet(() -> placeholder(threat, value, usual(threat, frequency))),
                tree,
                threat.impact(),
                value,
                tree.isPresent() || frequency.isPresent(),
                tree.isPresent() || loss.isPresent(),
                ControlEffect.of(applied),
                openShare(scenario),
                arithmetic(scenario, applied));
    }

    /** What happens every week is not each time the loss of a year: the placeholder is about what one event a year costs. */
    private Distribution placeholder(Threat threat, int value, double events) {
        return Ranges.distribution(question.defaults().loss(threat.impact(), value))
                .times(1 / Math.max(1, events));
    }

    private static double usual(Threat threat, Optional<RiskSettings.Range> frequency) {
        return frequency
                .map(range -> range.mode().orElseGet(() -> StrictMath.sqrt(range.low() * range.high())))
                .orElse(threat.frequency().mode());
    }

    /** What is said of some threats, layers and zones, each of them all when none is named. */
    static boolean isAbout(List<String> threats, List<Layer> layers, List<String> zones, ThreatScenario scenario) {
        return (threats.isEmpty() || threats.contains(scenario.threat()))
                && (layers.isEmpty() || layers.contains(scenario.layer()))
                && (zones.isEmpty() || scenario.zones().stream().anyMatch(zones::contains));
    }

    /** Declared, or assumed from the role. */
    private int value(String id) {
        return platform.index(id)
                .map(index -> platform.property(index, VALUE)
                        .map(Integer::valueOf)
                        .orElseGet(() -> question.vocabulary()
                                .role(platform.asset(index).classification().role())
                                .map(Role::value)
                                .orElse(USUAL_VALUE)))
                .orElse(USUAL_VALUE);
    }

    private double openShare(ThreatScenario scenario) {
        long over = scenario.places().stream()
                .filter(place -> place.cures().areMet(question.done()))
                .count();
        return 1 - (double) over / scenario.places().size();
    }

    private List<ControlEffect.Applied> applied(ThreatScenario scenario) {
        var applied = new ArrayList<ControlEffect.Applied>();
        for (String id : scenario.controls()) {
            Control control = question.catalogue().controls().get(id);
            double share = evidenced(id, scenario);
            if (control != null && share > 0) {
                applied.add(new ControlEffect.Applied(id, factor(control.effect()), control.strength(), share));
            }
        }
        return applied;
    }

    private double evidenced(String control, ThreatScenario scenario) {
        BitSet known = evidenced.getOrDefault(control, new BitSet());
        long holds = scenario.places().stream()
                .filter(place ->
                        platform.index(place.asset()).filter(known::get).isPresent())
                .count();
        return (double) holds / scenario.places().size();
    }

    private static Factor factor(Control.Effect effect) {
        return switch (effect) {
            case FREQUENCY -> Factor.FREQUENCY;
            case VULNERABILITY -> Factor.VULNERABILITY;
            case IMPACT -> Factor.IMPACT;
            case DETECTION -> Factor.DETECTION;
        };
    }

    private List<String> arithmetic(ThreatScenario scenario, List<ControlEffect.Applied> applied) {
        var sentences = new ArrayList<String>();
        for (ControlEffect.Applied one : applied) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s lowers %s by up to %.0f %%: strength %.1f, evidenced on %.0f %% of its places",
                    one.control(),
                    one.factor().name().toLowerCase(Locale.ROOT),
                    100 * one.strength() * one.evidence(),
                    one.strength(),
                    100 * one.evidence()));
        }
        if (applied.isEmpty()) {
            sentences.add("no control that is to stop it is evidenced");
        }
        double open = openShare(scenario);
        if (open < 1) {
            sentences.add(String.format(
                    Locale.ROOT, "over on %.0f %% of its places with what is taken to be done", 100 * (1 - open)));
        }
        return sentences;
    }
}
