package dev.bartizan.risk;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.risk.Draft.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What to mend, in the order of expected loss avoided for the effort. What is done to several assets of a namespace in one go is one mitigation. The order is greedy:
 * each place goes to the mitigation that ends it first, so that alternatives (close it, or let callers sign in) are not both worth its whole loss; what avoids nothing more
 * stands behind, by severity.
 */
final class Backlog {
    private static final int MOST_NAMES = 3;
    /** Of a finding for which no threat names a fix: a change that is to be tested. */
    private static final int USUAL_EFFORT = 2;

    private final Platform platform;
    private final RiskQuestion question;
    private final SortedMap<String, Draft> drafts = new TreeMap<>();
    /** What checks are called, by id. */
    private final Map<String, String> titles = new HashMap<>();

    private final Map<String, Draft> draftOf = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Set<Draft> finished = new HashSet<>();
    /** By scenario, how many of its places are not over. */
    private final Map<String, Integer> left = new HashMap<>();

    private Backlog(Platform platform, RiskQuestion question) {
        this.platform = platform;
        this.question = question;
    }

    /** @param above severities of which there are more risks than are borne: what ends them is due sooner */
    static List<Mitigation> of(
            Snapshot snapshot, List<Exposure> exposures, RiskQuestion question, Set<Severity> above) {
        return drafted(snapshot, exposures, question).mitigations(above);
    }

    /** Of each place at which a threat is real its share of the loss, and which mitigations end it: any of some, or all of others together. */
    static List<Ending> endings(Snapshot snapshot, List<Exposure> exposures, RiskQuestion question) {
        return drafted(snapshot, exposures, question).endings;
    }

    /**
     * What ends the loss of one place.
     *
     * @param any ids of mitigations of which each alone ends it
     * @param all ids of those that end it together; empty when nothing does
     */
    record Ending(double loss, SortedSet<String> any, SortedSet<String> all) {}

    private static Backlog drafted(Snapshot snapshot, List<Exposure> exposures, RiskQuestion question) {
        var backlog = new Backlog(snapshot.platform(), question);
        snapshot.threats().map(ThreatFacts::fixes).orElse(List.of()).forEach(backlog::draft);
        snapshot.attackPaths()
                .map(AttackPathFacts::chokePoints)
                .orElse(List.of())
                .forEach(fix -> backlog.draft(fix).ifPresent(Draft::cutPaths));
        snapshot.controls()
                .map(ControlFacts::checks)
                .orElse(List.of())
                .forEach(check -> backlog.titles.put(check.check(), check.title()));
        snapshot.controls().map(ControlFacts::findings).orElse(List.of()).forEach(backlog::finding);
        exposures.forEach(backlog::places);
        return backlog;
    }

    /** What is done to the assets of one place; empty when it is taken to be done. */
    private Optional<Draft> draft(Fix fix) {
        if (question.done().contains(fix.id())) {
            return Optional.empty();
        }
        // pass BL-WL-001 k8s:…, isolate k8s:…: the asset stands behind what is done to it
        String what =
                fix.id().substring(0, fix.id().length() - fix.asset().length()).strip();
        Draft draft = drafts.computeIfAbsent(what + " " + place(fix.asset()), Draft::new);
        draft.add(fix);
        draftOf.put(fix.id(), draft);
        return Optional.of(draft);
    }

    private String place(String id) {
        return platform.index(id)
                .map(platform::asset)
                .filter(asset ->
                        !asset.namespace().equals("-") && !asset.namespace().isEmpty())
                .map(asset -> "namespace/" + asset.namespace())
                .orElse("cluster");
    }

    /** It is mended by the fix of its check on its asset: the same that a threat's cure names. */
    private void finding(Finding finding) {
        // What is by design is information and no work.
        if (!finding.truth().isConfirmed() || finding.severity() == Severity.INFO) {
            return;
        }
        for (Finding.Member member : finding.members()) {
            String id = "pass " + member.rule() + " " + member.asset();
            Optional<Draft> known = Optional.ofNullable(draftOf.get(id));
            known.or(() -> draft(new Fix(
                            id,
                            titles.getOrDefault(member.rule(), finding.title()) + ": mend " + name(member.asset()),
                            member.asset(),
                            USUAL_EFFORT)))
                    .ifPresent(draft -> draft.mends(finding.id(), member.severity()));
        }
    }

    private void places(Exposure exposure) {
        ThreatScenario scenario = exposure.scenario();
        List<ThreatScenario.Place> open = scenario.places().stream()
                .filter(place -> !place.cures().areMet(question.done()))
                .toList();
        if (!exposure.isConfirmed()) {
            return;
        }
        left.put(scenario.id(), open.size());
        for (ThreatScenario.Place place : open) {
            var one = new Place(
                    scenario,
                    draftsOf(place.cures().any()),
                    draftsOf(place.cures().all()),
                    exposure.residual() / open.size());
            one.enders().forEach(draft -> draft.add(one));
            endings.add(one.ending());
        }
    }

    private Set<Draft> draftsOf(List<String> fixes) {
        var all = new HashSet<Draft>();
        fixes.forEach(fix -> Optional.ofNullable(draftOf.get(fix)).ifPresent(all::add));
        return all;
    }

    /** Lazily greedy: what a mitigation is worth is looked at again only when it is the next one. */
    private List<Mitigation> mitigations(Set<Severity> above) {
        var open = new PriorityQueue<Draft>(
                Comparator.comparingDouble((Draft draft) -> -draft.ratio()).thenComparing(Draft::id));
        drafts.values().forEach(draft -> {
            draft.value();
            open.add(draft);
        });
        var ordered = new ArrayList<Draft>();
        while (!open.isEmpty()) {
            Draft next = open.poll();
            double before = next.ratio();
            next.value();
            if (next.ratio() < before) {
                open.add(next);
                continue;
            }
            next.finish(finished, left);
            ordered.add(next);
        }
        return ordered.parallelStream()
                .filter(draft -> draft.worth() > 0 || draft.cutsPaths() || draft.mendsSomething())
                .sorted(Comparator.comparing((Draft draft) -> draft.worth() <= 0)
                        .thenComparingInt(draft -> draft.worth() > 0 ? 0 : -draft.urgency()))
                .map(draft -> mitigation(draft, above))
                .toList();
    }

    private Mitigation mitigation(Draft draft, Set<Severity> above) {
        Severity severity = draft.severity();
        return new Mitigation(
                draft.id(),
                title(draft),
                List.copyOf(draft.fixes().keySet()),
                draft.effort(),
                draft.worth(),
                List.copyOf(draft.closes()),
                List.copyOf(draft.lowers()),
                List.copyOf(draft.findings()),
                severity,
                owners(draft),
                severity == Severity.INFO
                        ? Optional.empty()
                        : Optional.of(
                                question.asOf().plusDays(question.defaults().days(severity, above.contains(severity)))),
                List.copyOf(draft.with()),
                draft.cutsPaths());
    }

    /** That of its first fix, with the names of the others. */
    private String title(Draft draft) {
        Fix first = draft.fixes().firstEntry().getValue();
        List<String> others = draft.fixes().values().stream()
                .skip(1)
                .map(fix -> name(fix.asset()))
                .distinct()
                .sorted()
                .toList();
        if (others.isEmpty()) {
            return first.title();
        }
        String named = String.join(", ", others.stream().limit(MOST_NAMES - 1L).toList());
        int more = others.size() - (MOST_NAMES - 1);
        return first.title() + ", " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private List<String> owners(Draft draft) {
        var owners = new TreeSet<String>();
        draft.fixes()
                .values()
                .forEach(fix -> platform.index(fix.asset())
                        .flatMap(index -> platform.property(index, "owner"))
                        .ifPresent(owners::add));
        return List.copyOf(owners);
    }

    private String name(String id) {
        return platform.index(id).map(platform::asset).map(Asset::name).orElse(id);
    }
}
