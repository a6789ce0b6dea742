package dev.bartizan.assess;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change takes away from the design, whatever it costs: intents that are broken now, controls that are lost, critical threats that are real now. What the older assessment does not know at all is not
 * held against the change.
 */
final class StructureGate {
    private static final int MOST_NAMES = 3;
    private static final int MOST_SENTENCES = 5;

    private final Snapshot before;
    private final Snapshot now;

    StructureGate(Snapshot before, Snapshot now) {
        this.before = before;
        this.now = now;
    }

    static boolean hasIntents(Snapshot snapshot) {
        return !intents(snapshot).isEmpty();
    }

    /** Intents that are broken, of a platform alone. */
    static List<String> brokenIntents(Snapshot snapshot) {
        return intents(snapshot).stream()
                .filter(intent -> intent.verdict() == IntentResult.Verdict.BROKEN)
                .map(StructureGate::broken)
                .toList();
    }

    /** Those that were not broken before, also new ones. */
    List<String> newlyBrokenIntents() {
        if (before.connectivity().isEmpty()) {
            return List.of();
        }
        Set<String> known = intents(before).stream()
                .filter(intent -> intent.verdict() == IntentResult.Verdict.BROKEN)
                .map(IntentResult::id)
                .collect(Collectors.toSet());
        return intents(now).stream()
                .filter(intent -> intent.verdict() == IntentResult.Verdict.BROKEN)
                .filter(intent -> !known.contains(intent.id()))
                .map(StructureGate::broken)
                .toList();
    }

    private static List<IntentResult> intents(Snapshot snapshot) {
        return snapshot.connectivity().flatMap(facts -> facts.intents()).orElse(List.of());
    }

    private static String broken(IntentResult intent) {
        return "intent " + intent.id() + " is broken by " + intent.against() + " of " + intent.pairs() + " pairs: "
                + intent.title();
    }

    /** Controls that were proven on an asset and are refuted there now, and checks that passed everywhere and fail now. */
    List<String> lostControls() {
        var lost = new ArrayList<String>();
        Map<String, Safeguard> older = new HashMap<>();
        before.safeguards()
                .map(SafeguardFacts::controls)
                .orElse(List.of())
                .forEach(one -> older.put(one.control(), one));
        for (Safeguard control : now.safeguards().map(SafeguardFacts::controls).orElse(List.of())) {
            Optional.ofNullable(older.get(control.control()))
                    .map(old ->
                            both(old.coverage().evidenced(), control.coverage().refuted()))
                    .filter(assets -> !assets.isEmpty())
                    .ifPresent(assets -> lost.add(
                            "control " + control.control() + " (" + control.title() + ") is lost on " + some(assets)));
        }
        Map<String, CheckResult> answers = new HashMap<>();
        before.controls().map(ControlFacts::checks).orElse(List.of()).forEach(one -> answers.put(one.check(), one));
        for (CheckResult check : now.controls().map(ControlFacts::checks).orElse(List.of())) {
            Optional.ofNullable(answers.get(check.check()))
                    .filter(old -> !old.passed().isEmpty()
                            && old.failed().isEmpty()
                            && old.undecided().isEmpty())
                    .filter(old -> !check.failed().isEmpty())
                    .ifPresent(old -> lost.add("check " + check.check() + " (" + check.title()
                            + ") passed everywhere and fails on " + some(names(now, check.failed()))));
        }
        return lost;
    }

    /** Names of the assets that are in the older set and in the newer one; indexes differ, ids do not. */
    private List<String> both(BitSet old, BitSet later) {
        Set<String> ids = old.stream()
                .mapToObj(index -> before.platform().asset(index).id())
                .collect(Collectors.toSet());
        return later.stream()
                .mapToObj(now.platform()::asset)
                .filter(asset -> ids.contains(asset.id()))
                .map(Asset::name)
                .toList();
    }

    private static List<String> names(Snapshot snapshot, BitSet assets) {
        return assets.stream()
                .mapToObj(index -> snapshot.platform().asset(index).name())
                .toList();
    }

    /** Critical threats that are real now and were not, and that nobody accepted. */
    List<String> newCriticalThreats() {
        if (before.threats().isEmpty()) {
            return List.of();
        }
        Set<String> known = critical(before).map(ThreatScenario::id).collect(Collectors.toSet());
        Set<String> accepted = now.risks().map(RiskFacts::risks).orElse(List.of()).stream()
                .filter(risk -> risk.acceptance()
                        .filter(one -> one.standing() == Accepted.Standing.HOLDS)
                        .isPresent())
                .map(RiskFacts.Risk::scenario)
                .collect(Collectors.toSet());
        return critical(now)
                .filter(scenario -> !known.contains(scenario.id()) && !accepted.contains(scenario.id()))
                .map(scenario -> "critical threat " + scenario.threat() + " is real in "
                        + String.join(" to ", scenario.zones()) + " and was not before: " + scenario.title())
                .toList();
    }

    private static Stream<ThreatScenario> critical(Snapshot snapshot) {
        return snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of()).stream()
                .filter(scenario -> scenario.truth().isConfirmed() && scenario.severity() == Severity.CRITICAL);
    }

    /** The first few of a kind, and how many more there are: a gate that fails by a hundred lines is not read. */
    static List<String> few(List<String> sentences, String kind) {
        if (sentences.size() <= MOST_SENTENCES) {
            return sentences;
        }
        return Stream.concat(
                        sentences.stream().limit(MOST_SENTENCES),
                        Stream.of("and " + (sentences.size() - MOST_SENTENCES) + " more " + kind))
                .toList();
    }

    private static String some(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        String shown = String.join(", ", distinct.stream().limit(MOST_NAMES).toList());
        return distinct.size() > MOST_NAMES ? shown + " and " + (distinct.size() - MOST_NAMES) + " more" : shown;
    }
}
