package dev.bartizan.assess;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What makes a run fail in continuous integration. Findings that an exception accepts never count.
 *
 * @param triggers what fails; none: the gate always passes
 * @param newOnly whether a severity counts only findings that the comparison calls new
 */
public record Gate(Set<Trigger> triggers, boolean newOnly) {
    /** The words of {@code --fail-on}. */
    public enum Trigger {
        /** Anything that this change adds, but for what is by design and no more than information. */
        NEW,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        /** A finding that could not be decided. */
        UNDECIDED,
        /** Anything that could not be read. */
        PROBLEMS,
        /** A way of an attacker to a crown jewel; with a comparison, a new or shorter one. */
        PATH,
        /** An intent that is broken; with a comparison, one that was not. */
        INTENT,
        /** A control that the change loses. */
        CONTROL,
        /** What a change takes away from the design: a new or shorter way, a broken intent, a lost control, a new critical threat. */
        STRUCTURE,
        /** More risk than the owner bears. */
        APPETITE;

        /** The analysis that it stands on; none for what the reading of the input alone tells. */
        private Optional<Analysis> needs() {
            return switch (this) {
                case NEW, LOW, MEDIUM, HIGH, CRITICAL, UNDECIDED -> Optional.of(Analysis.BASELINE);
                case PROBLEMS -> Optional.empty();
                case INTENT -> Optional.of(Analysis.NETWORK);
                case PATH, CONTROL, STRUCTURE -> Optional.of(Analysis.THREATS);
                case APPETITE -> Optional.of(Analysis.RISK);
            };
        }

        /** Whether it is about what a change does, and so needs something to compare with. */
        public boolean needsComparison() {
            return this == NEW || this == CONTROL || this == STRUCTURE;
        }

        /** Whether a comparison changes what it is about. */
        private boolean isRelative() {
            return needsComparison() || this == PATH || this == INTENT;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The trigger of this word, if there is one. */
        public static Optional<Trigger> of(String word) {
            return Arrays.stream(values())
                    .filter(trigger -> trigger.word().equals(word))
                    .findFirst();
        }

        private Optional<Severity> severity() {
            return switch (this) {
                case LOW -> Optional.of(Severity.LOW);
                case MEDIUM -> Optional.of(Severity.MEDIUM);
                case HIGH -> Optional.of(Severity.HIGH);
                case CRITICAL -> Optional.of(Severity.CRITICAL);
                case NEW, UNDECIDED, PROBLEMS, PATH, INTENT, CONTROL, STRUCTURE, APPETITE -> Optional.empty();
            };
        }
    }

    /**
     * What the gate says.
     *
     * @param reasons why it failed, a sentence each; empty when it passed
     * @param warnings what does not fail it and should be looked at, a sentence each
     */
    public record Verdict(List<String> reasons, List<String> warnings) {
        public Verdict {
            reasons = List.copyOf(reasons);
            warnings = List.copyOf(warnings);
        }

        public boolean passed() {
            return reasons.isEmpty();
        }
    }

    public Gate {
        triggers = Set.copyOf(triggers);
    }

    /** The gate when the user says nothing: what this change adds, and takes away from the design, if there is something to compare with. */
    public static Gate standard(boolean comparing) {
        return new Gate(comparing ? EnumSet.of(Trigger.NEW, Trigger.STRUCTURE) : EnumSet.noneOf(Trigger.class), false);
    }

    /** All the words a user may write, for messages. */
    public static String words() {
        return Arrays.stream(Trigger.values()).map(Trigger::word).collect(Collectors.joining(", "));
    }

    /**
     * What nobody could tell, since an analysis is missing: {@code path needs the analysis threats}. Such a gate would always pass.
     *
     * @param analyses that ran, or will
     */
    public Optional<String> without(Set<Analysis> analyses) {
        return new TreeSet<>(triggers)
                .stream()
                        .flatMap(trigger -> trigger
                                .needs()
                                .filter(analysis -> !analyses.contains(analysis))
                                .map(analysis -> trigger.word() + " needs the analysis " + analysis.word())
                                .stream())
                        .findFirst();
    }

    /** The part of it that the older assessment alone can tell; {@code structure} takes of it what there is. */
    public Gate comparing() {
        Set<Trigger> comparing = triggers.stream()
                .filter(trigger -> newOnly || trigger.isRelative())
                .filter(trigger -> trigger != Trigger.STRUCTURE && trigger != Trigger.APPETITE)
                .collect(Collectors.toSet());
        return new Gate(comparing, newOnly);
    }

    public Verdict judge(Snapshot snapshot, Optional<Comparison> comparison) {
        var reasons = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        comparison
                .map(Comparison::notCompared)
                .filter(analyses -> !analyses.isEmpty())
                .ifPresent(analyses -> warnings.add("only one of the two assessments holds "
                        + analyses.stream().map(Analysis::word).collect(Collectors.joining(", "))
                        + ": what changed there is not known"));
        var accepted = snapshot.controls().stream()
                .flatMap(controls -> controls.waivers().stream())
                .map(Waiver::finding)
                .collect(Collectors.toSet());
        var findings = snapshot.controls().stream()
                .flatMap(controls -> controls.findings().stream())
                .filter(finding -> !accepted.contains(finding.id()))
                .toList();
        for (Trigger trigger : new TreeSet<>(triggers)) {
            reasons.addAll(reasons(trigger, snapshot, findings, comparison));
        }
        if (triggers.contains(Trigger.APPETITE)) {
            Verdict appetite = AppetiteGate.of(snapshot, comparison.map(Comparison::before));
            reasons.addAll(appetite.reasons());
            warnings.addAll(appetite.warnings());
        }
        return new Verdict(reasons, warnings);
    }

    private List<String> reasons(
            Trigger trigger, Snapshot snapshot, List<Finding> findings, Optional<Comparison> comparison) {
        return switch (trigger) {
            case NEW ->
                says(
                        findings.stream()
                                .filter(finding -> finding.severity() != Severity.INFO)
                                .filter(finding -> isNew(finding, comparison))
                                .count(),
                        "new finding");
            case LOW, MEDIUM, HIGH, CRITICAL -> severity(trigger.severity().orElseThrow(), findings, comparison);
            case UNDECIDED ->
                says(
                        findings.stream()
                                .filter(finding -> !finding.truth().isConfirmed())
                                .count(),
                        "undecided finding");
            case PROBLEMS ->
                says(
                        snapshot.problems().stream()
                                .filter(problem -> problem.level() == Problem.Level.ERROR)
                                .count(),
                        "thing that could not be read");
            case PATH -> ways(snapshot, comparison);
            case INTENT -> intents(snapshot, comparison);
            case CONTROL -> lost(snapshot, comparison);
            case STRUCTURE -> structure(snapshot, comparison, triggers);
            case APPETITE -> List.of();
        };
    }

    private List<String> severity(Severity least, List<Finding> findings, Optional<Comparison> comparison) {
        return says(
                findings.stream()
                        .filter(finding -> finding.severity().compareTo(least) >= 0)
                        .filter(finding -> !newOnly || isNew(finding, comparison))
                        .count(),
                (newOnly ? "new finding" : "finding") + " of severity " + least.word() + " or worse");
    }

    private static List<String> ways(Snapshot snapshot, Optional<Comparison> comparison) {
        return comparison.map(change -> newWays(snapshot, change)).orElseGet(() -> reached(snapshot)).stream()
                .toList();
    }

    private static List<String> intents(Snapshot snapshot, Optional<Comparison> comparison) {
        if (!StructureGate.hasIntents(snapshot)) {
            return List.of("it was held against no intent: assess the manifests again");
        }
        return StructureGate.few(
                structure(snapshot, comparison)
                        .map(StructureGate::newlyBrokenIntents)
                        .orElseGet(() -> StructureGate.brokenIntents(snapshot)),
                "broken intents");
    }

    private static List<String> lost(Snapshot snapshot, Optional<Comparison> comparison) {
        return structure(snapshot, comparison)
                .map(change -> StructureGate.few(change.lostControls(), "lost controls"))
                .orElse(List.of());
    }

    private static Optional<StructureGate> structure(Snapshot snapshot, Optional<Comparison> comparison) {
        return comparison.map(change -> new StructureGate(change.before(), snapshot));
    }

    /** What another trigger says is not said twice. */
    private static List<String> structure(Snapshot snapshot, Optional<Comparison> comparison, Set<Trigger> triggers) {
        var reasons = new ArrayList<String>();
        structure(snapshot, comparison).ifPresent(change -> {
            if (!triggers.contains(Trigger.PATH)) {
                reasons.addAll(ways(snapshot, comparison));
            }
            if (!triggers.contains(Trigger.INTENT)) {
                reasons.addAll(StructureGate.few(change.newlyBrokenIntents(), "broken intents"));
            }
            if (!triggers.contains(Trigger.CONTROL)) {
                reasons.addAll(lost(snapshot, comparison));
            }
            reasons.addAll(StructureGate.few(change.newCriticalThreats(), "new critical threats"));
        });
        return reasons;
    }

    private static Optional<String> reached(Snapshot snapshot) {
        List<Jewel> jewels = snapshot.attackPaths().map(AttackPathFacts::jewels).orElse(List.of()).stream()
                .filter(jewel -> !jewel.paths().isEmpty())
                .toList();
        return jewels.stream().findFirst().map(first -> {
            AttackPath way = first.paths().getFirst();
            return jewels.size() + (jewels.size() == 1 ? " crown jewel" : " crown jewels")
                    + " that an attacker gets to, first " + name(snapshot, first.asset()) + " from " + way.start()
                    + " in " + steps(way);
        });
    }

    private static Optional<String> newWays(Snapshot snapshot, Comparison comparison) {
        List<Comparison.NewWay> ways = comparison.newWays();
        return ways.stream()
                .findFirst()
                .map(first -> ways.size() + (ways.size() == 1 ? " crown jewel" : " crown jewels")
                        + " with a new or shorter way, first " + name(snapshot, first.jewel()) + " from "
                        + first.path().start() + " in " + steps(first.path()) + " (" + first.why() + ")");
    }

    private static String steps(AttackPath way) {
        return way.steps().size() == 1 ? "1 step" : way.steps().size() + " steps";
    }

    private static String name(Snapshot snapshot, String asset) {
        return snapshot.platform()
                .index(asset)
                .map(index -> snapshot.platform().asset(index).name())
                .orElse(asset);
    }

    private static boolean isNew(Finding finding, Optional<Comparison> comparison) {
        return comparison.map(change -> change.isNew(finding)).orElse(false);
    }

    private static List<String> says(long count, String what) {
        if (count == 0) {
            return List.of();
        }
        // "1 new finding", "2 findings of severity high or worse"
        String words = count == 1 ? what : what.replaceFirst("finding|thing", "$0s");
        return List.of(count + " " + words);
    }
}
