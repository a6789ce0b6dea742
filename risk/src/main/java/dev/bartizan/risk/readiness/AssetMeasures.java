package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReadinessFacts.Vouched;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.knowledge.ThreatCatalogue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is measured on assets, and so also on those of one team. */
final class AssetMeasures {
    private static final String NOT_RUN = "its stage did not run";

    private final Snapshot snapshot;
    private final ThreatCatalogue threats;
    private final List<Vouched> words;
    private final List<Snapshot> stored;
    private final Map<String, Safeguard> safeguards = new HashMap<>();
    private final Map<String, LocalDate> firstSeen = new HashMap<>();

    AssetMeasures(Snapshot snapshot, ThreatCatalogue threats, List<Vouched> words, List<Snapshot> stored) {
        this.snapshot = snapshot;
        this.threats = threats;
        this.words = words;
        this.stored = stored;
        snapshot.safeguards().ifPresent(facts -> facts.controls().forEach(one -> safeguards.put(one.control(), one)));
        for (Snapshot old : stored) {
            LocalDate day = old.input().asOf();
            old.controls().stream()
                    .flatMap(facts -> facts.findings().stream())
                    .forEach(finding ->
                            firstSeen.merge(finding.id(), day, (one, other) -> one.isBefore(other) ? one : other));
        }
    }

    private LocalDate date() {
        return snapshot.input().asOf();
    }

    /** Without words, what only somebody vouches for is open. */
    Share coverage(String control, Scope scope, boolean withWords) {
        Optional<Coverage> known = Optional.ofNullable(safeguards.get(control)).map(Safeguard::coverage);
        if (known.isEmpty()) {
            return Share.unmeasured(NOT_RUN, date());
        }
        BitSet evidenced = scope.of(known.get().evidenced());
        BitSet vouched = vouched(control);
        vouched.and(evidenced);
        long open = scope.of(known.get().open()).cardinality();
        long whole = scope.of(known.get().applicable()).cardinality();
        long byWord = vouched.cardinality();
        if (!withWords) {
            return Share.of(evidenced.cardinality() - byWord, open + byWord, whole, date());
        }
        return Share.of(evidenced.cardinality(), open, whole, byWord == 0 ? date() : oldest(control));
    }

    /** Assets on which a control is somebody's word alone: no check of it passed there. */
    private BitSet vouched(String control) {
        Platform platform = snapshot.platform();
        var assets = new BitSet();
        words.stream()
                .filter(word -> word.control().equals(control))
                .flatMap(word -> word.assets().stream())
                .flatMap(id -> platform.index(id).stream())
                .forEach(assets::set);
        Safeguard safeguard = safeguards.get(control);
        if (!assets.isEmpty() && safeguard != null) {
            List<String> checks = safeguard.checks();
            results()
                    .filter(result -> checks.contains(result.check()))
                    .forEach(result -> assets.andNot(result.passed()));
        }
        return assets;
    }

    /** What is vouched for is as old as the oldest word about it. */
    private LocalDate oldest(String control) {
        return words.stream()
                .filter(word -> word.control().equals(control))
                .map(Vouched::date)
                .min(LocalDate::compareTo)
                .orElse(date());
    }

    Share gaps(String threat, Scope scope) {
        Optional<ThreatFacts.Result> result = snapshot.threats().stream()
                .flatMap(facts -> facts.results().stream())
                .filter(one -> one.threat().equals(threat))
                .findFirst();
        if (snapshot.threats().isEmpty()) {
            return Share.unmeasured(NOT_RUN, date());
        }
        if (result.isEmpty() || scope.isWhole()) {
            return result.map(one -> Share.of(one.confirmed(), one.undecided(), one.applicable(), date()))
                    .orElseGet(() -> Share.of(0, 0, 0, date()));
        }
        List<ThreatScenario.Place> places = snapshot.threats().orElseThrow().scenarios().stream()
                .filter(scenario -> scenario.threat().equals(threat))
                .flatMap(scenario -> scenario.places().stream())
                .filter(place -> isOf(scope, place.asset()))
                .toList();
        long confirmed =
                places.stream().filter(place -> place.truth().isConfirmed()).count();
        return Share.of(confirmed, places.size() - confirmed, candidates(threat, scope, places.size()), date());
    }

    /** How many assets of a team a threat can be about, by their roles. */
    private long candidates(String threat, Scope scope, int least) {
        List<String> roles = Optional.ofNullable(threats.threats().get(threat))
                .map(Threat::roles)
                .orElse(List.of());
        long able = scope.assets().stream()
                .filter(asset -> roles.contains(
                        snapshot.platform().asset(asset).classification().role()))
                .count();
        return Math.max(able, least);
    }

    private boolean isOf(Scope scope, String asset) {
        return snapshot.platform().index(asset).filter(scope.assets()::get).isPresent();
    }

    /** @param check id, or empty for all of them */
    Share passed(String check, Scope scope) {
        if (snapshot.controls().isEmpty()) {
            return Share.unmeasured(NOT_RUN, date());
        }
        long passed = 0;
        long open = 0;
        long failed = 0;
        for (CheckResult result : results().toList()) {
            if (check.isEmpty() || result.check().equals(check)) {
                passed += scope.of(result.passed()).cardinality();
                open += scope.of(result.undecided()).cardinality();
                failed += scope.of(result.failed()).cardinality();
            }
        }
        return Share.of(passed, open, passed + open + failed, date());
    }

    private Stream<CheckResult> results() {
        return snapshot.controls().stream().flatMap(facts -> facts.checks().stream());
    }

    /** Since when a finding is open only stored assessments tell: without them the oldest is as old as nobody knows. */
    Share openDays(String severity, Scope scope) {
        Optional<ControlFacts> facts = snapshot.controls();
        Share answers = passed("", scope);
        if (facts.isEmpty() || answers.whole() == 0) {
            return answers;
        }
        List<Finding> open = open(facts.get(), severity, scope);
        if (open.isEmpty()) {
            return Share.of(0, 0, answers.whole(), date());
        }
        if (stored.isEmpty()) {
            return Share.unmeasured(
                    "since when " + open.size() + " findings are open, only stored assessments tell", date());
        }
        var days = new ArrayList<Long>();
        open.forEach(
                finding -> days.add(ChronoUnit.DAYS.between(firstSeen.getOrDefault(finding.id(), date()), date())));
        return Share.of(days.stream().max(Long::compare).orElse(0L), 0, open.size(), date());
    }

    private List<Finding> open(ControlFacts facts, String severity, Scope scope) {
        Set<String> accepted = facts.waivers().stream().map(Waiver::finding).collect(Collectors.toSet());
        Severity least = Severity.valueOf(severity.toUpperCase(Locale.ROOT));
        return facts.findings().stream()
                .filter(finding -> finding.truth().isConfirmed() && !accepted.contains(finding.id()))
                .filter(finding -> finding.severity().compareTo(least) >= 0)
                .filter(finding -> scope.isWhole() || isOf(scope, finding.asset()))
                .toList();
    }
}
