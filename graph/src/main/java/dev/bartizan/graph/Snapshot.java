package dev.bartizan.graph;

import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything known at one moment: the platform, the trees behind it, and the facts so far. Immutable; each analysis adds its facts and shares
 * the rest. Two snapshots compare by what they know; the trees are not part of that, since a snapshot file does not hold them.
 */
public final class Snapshot {
    private final Input input;
    private final Platform platform;
    private final Trees trees;
    private final List<Problem> problems;
    private final Optional<ReachabilityFacts> connectivity;
    private final Optional<ControlFacts> controls;
    private final Optional<ThreatFacts> threats;
    private final Optional<IncidentFacts> incidents;
    private final Optional<AttackPathFacts> attackPaths;
    private final Optional<SafeguardFacts> safeguards;

    private Snapshot(
            Input input,
            Platform platform,
            Trees trees,
            List<Problem> problems,
            Optional<ReachabilityFacts> connectivity,
            Optional<ControlFacts> controls,
            Optional<ThreatFacts> threats,
            Optional<IncidentFacts> incidents,
            Optional<AttackPathFacts> attackPaths,
            Optional<SafeguardFacts> safeguards) {
        this.input = input;
        this.platform = platform;
        this.trees = trees;
        this.problems = List.copyOf(problems);
        this.connectivity = connectivity;
        this.controls = controls;
        this.threats = threats;
        this.incidents = incidents;
        this.attackPaths = attackPaths;
        this.safeguards = safeguards;
    }

    public static Snapshot of(Input input, Platform platform, Trees trees, List<Problem> problems) {
        return new Snapshot(
                input,
                platform,
                trees,
                problems.stream().sorted().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with one more family of facts, or that family replaced. */
    public Snapshot with(Facts facts) {
        return switch (facts) {
            case ReachabilityFacts reachability ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        Optional.of(reachability),
                        controls,
                        threats,
                        incidents,
                        attackPaths,
                        safeguards);
            case ControlFacts controlFacts ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        connectivity,
                        Optional.of(controlFacts),
                        threats,
                        incidents,
                        attackPaths,
                        safeguards);
            case ThreatFacts threatFacts ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        connectivity,
                        controls,
                        Optional.of(threatFacts),
                        incidents,
                        attackPaths,
                        safeguards);
            case IncidentFacts incidentFacts ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        connectivity,
                        controls,
                        threats,
                        Optional.of(incidentFacts),
                        attackPaths,
                        safeguards);
            case AttackPathFacts paths ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        connectivity,
                        controls,
                        threats,
                        incidents,
                        Optional.of(paths),
                        safeguards);
            case SafeguardFacts safeguardFacts ->
                new Snapshot(
                        input,
                        platform,
                        trees,
                        problems,
                        connectivity,
                        controls,
                        threats,
                        incidents,
                        attackPaths,
                        Optional.of(safeguardFacts));
        };
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
        return new Snapshot(
                input,
                other,
                trees,
                problems,
                connectivity,
                controls,
                threats,
                incidents,
                attackPaths,
                safeguards);
    }

    /** The same with other problems. */
    public Snapshot withProblems(List<Problem> others) {
        return new Snapshot(
                input,
                platform,
                trees,
                others.stream().sorted().toList(),
                connectivity,
                controls,
                threats,
                incidents,
                attackPaths,
                safeguards);
    }

    /** Who can reach whom; empty when the network was not analysed. */
    public Optional<ReachabilityFacts> connectivity() {
        return connectivity;
    }

    /** The same for a stage that asks; when the network was not analysed, every answer is that this is not known. */
    public Reachability reachability() {
        return connectivity.map(Reachability.class::cast).orElse(Reachability.NOT_RUN);
    }

    /** What the baseline checks established; empty when they did not run. */
    public Optional<ControlFacts> controls() {
        return controls;
    }

    /** Which threats are real; empty when nobody asked. */
    public Optional<ThreatFacts> threats() {
        return threats;
    }

    /** Attacks that happened elsewhere, replayed here; empty when nobody asked. */
    public Optional<IncidentFacts> incidents() {
        return incidents;
    }

    /** How an attacker gets to what is worth most; empty when nobody asked. */
    public Optional<AttackPathFacts> attackPaths() {
        return attackPaths;
    }

    /** Which safeguards are proven, and who owns them; empty when nobody asked. */
    public Optional<SafeguardFacts> safeguards() {
        return safeguards;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot snapshot
                && input.equals(snapshot.input)
                && platform.equals(snapshot.platform)
                && problems.equals(snapshot.problems)
                && connectivity.equals(snapshot.connectivity)
                && controls.equals(snapshot.controls)
                && threats.equals(snapshot.threats)
                && incidents.equals(snapshot.incidents)
                && attackPaths.equals(snapshot.attackPaths)
                && safeguards.equals(snapshot.safeguards);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                input, platform, problems, connectivity, controls, threats, incidents, attackPaths, safeguards);
    }
}
