package dev.bartizan.snapshot;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two snapshots. Findings are compared by the fingerprints of their members, since a roll-up gains and loses members;
 * assets and links by ids, never by index. What only one of them was asked about is not compared.
 */
public final class Comparison {
    private final List<Finding.Member> added;
    private final List<Finding.Member> fixed;
    private final List<Finding.Member> unverified;
    private final List<Finding.Member> unchanged;
    private final List<Change> changed;
    private final Set<String> addedIds;
    private final Set<String> changedIds;
    private final List<String> addedAssets;
    private final List<String> removedAssets;
    private final List<Connection> addedLinks;
    private final List<Connection> removedLinks;
    private final List<NewWay> newWays;
    private final Set<Analysis> notCompared;
    private final Snapshot before;

    /**
     * A way to a crown jewel that the change opened.
     *
     * @param jewel id of the asset
     * @param why it is new, in words
     */
    public record NewWay(String jewel, AttackPath path, String why) {}

    /**
     * A member that both snapshots have, of which more or less is known now, or which weighs more or less.
     *
     * @param truthNow confirmed where {@code truthBefore} was undecided: a question was answered, or the missing part was read
     */
    public record Change(Finding.Member before, Truth truthBefore, Finding.Member now, Truth truthNow) {
        public boolean isTruthChanged() {
            return !truthBefore.word().equals(truthNow.word());
        }

        public boolean isSeverityChanged() {
            return before.severity() != now.severity();
        }
    }

    /** A link between assets that are named by id. */
    public record Connection(String from, String kind, String to) implements Comparable<Connection> {
        private static final Comparator<Connection> ORDER = Comparator.comparing(Connection::from)
                .thenComparing(Connection::to)
                .thenComparing(Connection::kind);

        @Override
        public int compareTo(Connection other) {
            return ORDER.compare(this, other);
        }
    }

    private Comparison(Snapshot old, Snapshot now) {
        before = old;
        Map<String, Statement> known = Statement.of(old);
        Map<String, Statement> after = Statement.of(now);
        added = old.controls().isPresent() ? members(after, id -> !known.containsKey(id)) : List.of();
        unchanged = members(after, known::containsKey);
        var gone = members(known, id -> !after.containsKey(id)).stream()
                .collect(Collectors.partitioningBy(new Settlement(now)::isSettled));
        fixed = gone.getOrDefault(true, List.of());
        unverified = gone.getOrDefault(false, List.of());
        changed = after.values().stream()
                .flatMap(statement -> statement.changeSince(known).stream())
                .filter(change -> change.isTruthChanged() || change.isSeverityChanged())
                .toList();
        addedIds = ids(added.stream());
        changedIds = ids(changed.stream().map(Change::now));
        addedAssets = without(assets(now), assets(old));
        removedAssets = without(assets(old), assets(now));
        addedLinks = without(links(now.platform()), links(old.platform()));
        removedLinks = without(links(old.platform()), links(now.platform()));
        newWays = new WayComparison(old, now, addedAssets, added).all();
        notCompared = EnumSet.allOf(Analysis.class);
        notCompared.removeIf(
                analysis -> old.analyses().contains(analysis) == now.analyses().contains(analysis));
    }

    public static Comparison of(Snapshot old, Snapshot now) {
        return new Comparison(old, now);
    }

    /** The older snapshot. */
    public Snapshot before() {
        return before;
    }

    /** The analyses that only one of the two ran: nothing is said of what changed there. */
    public Set<Analysis> notCompared() {
        return Collections.unmodifiableSet(notCompared);
    }

    /** What only the newer snapshot has, worst first as its findings are; none when the older one was not checked. */
    public List<Finding.Member> added() {
        return added;
    }

    /** What only the older one has, and the newer one looked for: the check passes or no longer applies, or the asset was removed. */
    public List<Finding.Member> fixed() {
        return fixed;
    }

    /**
     * What only the older one has, but of which the newer one can say nothing: the check was not run or is undecided, or a file could not be
     * read. To call this fixed would reward breaking the input.
     */
    public List<Finding.Member> unverified() {
        return unverified;
    }

    /** What both have, as the newer one states it. */
    public List<Finding.Member> unchanged() {
        return unchanged;
    }

    /** Those of {@link #unchanged} whose truth or severity is another now. */
    public List<Change> changed() {
        return changed;
    }

    public List<String> addedAssets() {
        return addedAssets;
    }

    public List<String> removedAssets() {
        return removedAssets;
    }

    /** Sorted, each once, however many places say so. */
    public List<Connection> addedLinks() {
        return addedLinks;
    }

    public List<Connection> removedLinks() {
        return removedLinks;
    }

    /** The first way to each crown jewel that could not have been there before; none when the older snapshot was not asked for ways. */
    public List<NewWay> newWays() {
        return newWays;
    }

    /** Whether a finding of the newer snapshot has a member that the older one has not. */
    public boolean isNew(Finding finding) {
        return finding.members().stream().anyMatch(member -> addedIds.contains(member.id()));
    }

    /** Whether a finding of the newer snapshot has a member with another truth or severity than before. */
    public boolean isChanged(Finding finding) {
        return finding.members().stream().anyMatch(member -> changedIds.contains(member.id()));
    }

    private static List<Finding.Member> members(Map<String, Statement> statements, Predicate<String> id) {
        return statements.values().stream()
                .map(Statement::member)
                .filter(member -> id.test(member.id()))
                .toList();
    }

    private static Set<String> ids(Stream<Finding.Member> members) {
        return members.map(Finding.Member::id).collect(Collectors.toSet());
    }

    private static List<String> assets(Snapshot snapshot) {
        return snapshot.platform().assets().stream().map(Asset::id).toList();
    }

    private static List<Connection> links(Platform platform) {
        Function<Integer, String> id = index -> platform.asset(index).id();
        return platform.links().stream()
                .map(link -> new Connection(id.apply(link.from()), link.kind(), id.apply(link.to())))
                .toList();
    }

    private static <T> List<T> without(Collection<T> some, Collection<T> others) {
        var known = new HashSet<>(others);
        return new LinkedHashSet<>(some)
                .stream().filter(each -> !known.contains(each)).toList();
    }
}
