package dev.bartizan.graph;

import dev.bartizan.source.Problem;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything known at one moment: the platform, the trees behind it, and the facts so far. Immutable; each analysis adds its facts and shares
 * the rest. Two snapshots compare by what they know; the trees are not part of that, since a snapshot file does not hold them.
 */
public final class Snapshot {
    private final Input input;
    private final Platform platform;
    private final Trees trees;
    private final List<Problem> problems;
    private final Map<Class<? extends Facts>, Facts> facts;

    private Snapshot(
            Input input,
            Platform platform,
            Trees trees,
            List<Problem> problems,
            Map<Class<? extends Facts>, Facts> facts) {
        this.input = input;
        this.platform = platform;
        this.trees = trees;
        this.problems = List.copyOf(problems);
        this.facts = Map.copyOf(facts);
    }

    public static Snapshot of(Input input, Platform platform, Trees trees, List<Problem> problems) {
        return new Snapshot(input, platform, trees, problems.stream().sorted().toList(), Map.of());
    }

    /** The same with one more family of facts, or that family replaced. */
    public Snapshot with(Facts more) {
        var all = new HashMap<>(facts);
        all.put(more.getClass(), more);
        return new Snapshot(input, platform, trees, problems, all);
    }

    public Input input() {
        return input;
    }

    public Platform platform() {
        return platform;
    }

    public Trees trees() {
        return trees;
    }

    /** Sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same over a platform of the same assets of which other things are said. */
    public Snapshot with(Platform other) {
        return new Snapshot(input, other, trees, problems, facts);
    }

    /** The same with other problems. */
    public Snapshot withProblems(List<Problem> others) {
        return new Snapshot(input, platform, trees, others.stream().sorted().toList(), facts);
    }

    /** Who can reach whom; empty when the network was not analysed. */
    public Optional<ReachabilityFacts> connectivity() {
        return family(ReachabilityFacts.class);
    }

    /** The same for a stage that asks; when the network was not analysed, every answer is that this is not known. */
    public Reachability reachability() {
        return connectivity().map(Reachability.class::cast).orElse(Reachability.NOT_RUN);
    }

    /** What the baseline checks established; empty when they did not run. */
    public Optional<ControlFacts> controls() {
        return family(ControlFacts.class);
    }

    /** Which threats are real; empty when nobody asked. */
    public Optional<ThreatFacts> threats() {
        return family(ThreatFacts.class);
    }

    /** Attacks that happened elsewhere, replayed here; empty when nobody asked. */
    public Optional<IncidentFacts> incidents() {
        return family(IncidentFacts.class);
    }

    /** How an attacker gets to what is worth most; empty when nobody asked. */
    public Optional<AttackPathFacts> attackPaths() {
        return family(AttackPathFacts.class);
    }

    /** Which safeguards are proven, and who owns them; empty when nobody asked. */
    public Optional<SafeguardFacts> safeguards() {
        return family(SafeguardFacts.class);
    }

    /** What threats cost, and what to mend first; empty when nobody asked. */
    public Optional<RiskFacts> risks() {
        return family(RiskFacts.class);
    }

    /** How ready the platform and its teams are; empty when nobody asked. */
    public Optional<ReadinessFacts> readiness() {
        return family(ReadinessFacts.class);
    }

    /** The analyses that answered. */
    public Set<Facts.Analysis> analyses() {
        var ran = EnumSet.allOf(Facts.Analysis.class);
        ran.removeIf(analysis -> !facts.containsKey(analysis.family()));
        return ran;
    }

    /** Those that did not: of what they would tell nothing is known. */
    public Set<Facts.Analysis> notAnalysed() {
        var missing = EnumSet.allOf(Facts.Analysis.class);
        missing.removeAll(analyses());
        return missing;
    }

    private <F extends Facts> Optional<F> family(Class<F> family) {
        return Optional.ofNullable(facts.get(family)).map(family::cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot snapshot
                && input.equals(snapshot.input)
                && platform.equals(snapshot.platform)
                && problems.equals(snapshot.problems)
                && facts.equals(snapshot.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(input, platform, problems, facts);
    }
}
