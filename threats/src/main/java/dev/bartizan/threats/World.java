package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The platform as one thread's conditions see it: assets as things, what was met while one condition was evaluated, and what is not known.
 */
final class World {
    private static final int MOST_EVIDENCE = 8;
    private static final int MOST_PENDING = 64;
    private static final int MANY = 16;

    private final Snapshot snapshot;
    private final Properties properties;
    private final Map<String, Gap> gaps;
    private final Fixes fixes;
    private final AssetThing[] things;
    private final AtomicReferenceArray<int[]> surroundings;
    private final Map<String, Optional<String>> elsewhere = new HashMap<>();
    private final Map<Asked, LinkFunctions.Origins> origins = new HashMap<>();
    private final List<Evidence> trace = new ArrayList<>();
    private final SortedMap<String, Fix> cures = new TreeMap<>();
    private Optional<Set<String>> supposed = Optional.empty();
    private final List<Supplier<Stream<Evidence>>> met = new ArrayList<>();

    /** Links of certain kinds to an asset. */
    private record Asked(int asset, Collection<String> kinds) {}

    World(Snapshot snapshot, Properties properties, Fixes fixes) {
        this(
                snapshot,
                properties,
                fixes,
                new ConcurrentHashMap<>(),
                new AtomicReferenceArray<>(snapshot.platform().assets().size()));
    }

    private World(
            Snapshot snapshot,
            Properties properties,
            Fixes fixes,
            Map<String, Gap> gaps,
            AtomicReferenceArray<int[]> surroundings) {
        this.snapshot = snapshot;
        this.properties = properties;
        this.fixes = fixes;
        this.gaps = gaps;
        this.surroundings = surroundings;
        this.things = new AssetThing[snapshot.platform().assets().size()];
    }

    /** The same for another thread; gaps are shared. */
    World another() {
        return new World(snapshot, properties, fixes, gaps, surroundings);
    }

    /** The same for another thread and another purpose: what it does not know is no gap of threats. */
    World apart() {
        return new World(snapshot, properties, fixes, new ConcurrentHashMap<>(), surroundings);
    }

    Platform platform() {
        return snapshot.platform();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Properties properties() {
        return properties;
    }

    AssetThing thing(int index) {
        AssetThing known = things[index];
        if (known == null) {
            known = new AssetThing(this, index);
            things[index] = known;
        }
        return known;
    }

    Optional<String> property(AssetThing thing, String property) {
        return platform().property(thing.index(), property);
    }

    /** What belongs to an asset: its namespace, accounts, their roles, what it mounts. */
    int[] surroundings(int index) {
        int[] known = surroundings.get(index);
        if (known == null) {
            known = lookAround(index);
            surroundings.set(index, known);
        }
        return known;
    }

    private int[] lookAround(int index) {
        var all = IntStream.builder();
        Asset asset = platform().asset(index);
        namespace(asset).ifPresent(all::add);
        for (Link link : platform().linksFrom(index)) {
            if (link.kind().equals("runs-as") || link.kind().equals("mounts")) {
                all.add(link.to());
                platform().linksFrom(link.to()).stream()
                        .filter(right -> right.kind().equals("may-do"))
                        .forEach(right -> all.add(right.to()));
            }
        }
        return all.build().toArray();
    }

    private Optional<Integer> namespace(Asset asset) {
        // k8s:<cluster>/core/Namespace/-/<name>
        int slash = asset.id().indexOf('/');
        return slash < 0 || asset.namespace().equals("-")
                ? Optional.empty()
                : platform().index(asset.id().substring(0, slash) + "/core/Namespace/-/" + asset.namespace());
    }

    /** Where what belongs to an asset would be written: its namespace, or the cluster. */
    static String place(Asset asset) {
        return asset.namespace().equals("-") || asset.namespace().isEmpty()
                ? "cluster"
                : "namespace/" + asset.namespace();
    }

    /** Whether everything about this asset's namespace, or the cluster where it has none, is in the input. */
    boolean isWhole(Asset asset) {
        return platform().completeness().covers(asset.namespace());
    }

    Thing.Unknown unknown(Gap gap) {
        // Threads meet gaps in any order; two that read alike are asked about at the first of their places.
        gaps.merge(gap.text(), gap, (one, other) -> one.place().compareTo(other.place()) <= 0 ? one : other);
        return new Thing.Unknown(gap.text());
    }

    /** What a gap of a truth is about; empty when an analysis before has named it. */
    Optional<Gap> gap(String text) {
        return Optional.ofNullable(gaps.get(text));
    }

    /** What links to an asset, remembered where it is much: of a pool that thousands run on each of them asks. */
    LinkFunctions.Origins origins(int asset, Collection<String> kinds, Supplier<LinkFunctions.Origins> read) {
        var asked = new Asked(asset, kinds);
        LinkFunctions.Origins known = origins.get(asked);
        if (known == null) {
            known = read.get();
            if (known.links().size() >= MANY) {
                origins.put(asked, known);
            }
        }
        return known;
    }

    /** Why there may be more that use what is in an asset's namespace than the input shows; empty when there are no others. */
    Optional<String> usersElsewhere(Asset asset) {
        return elsewhere.computeIfAbsent(asset.namespace(), namespace -> {
            String place = place(asset);
            return isWhole(asset)
                    ? Optional.empty()
                    : Optional.of(unknown(new Gap(
                                    Gap.Topic.COMPLETENESS, "complete", place, "who else uses what is in " + place))
                            .gap());
        });
    }

    /** Forgets what the last evaluation met. */
    void begin() {
        trace.clear();
        met.clear();
        cures.clear();
    }

    Fixes fixes() {
        return fixes;
    }

    /** From here on these fixes, by id, are taken to be done, and what the answer hangs on is gathered. */
    void suppose(Set<String> fixes) {
        supposed = Optional.of(Set.copyOf(fixes));
    }

    boolean isSupposed(Supplier<String> fix) {
        return supposed.filter(done -> !done.isEmpty() && done.contains(fix.get()))
                .isPresent();
    }

    /** What the evaluation met hangs on this: were it done, the answer might be another. */
    void hangsOn(Supplier<Fix> fix) {
        if (supposed.isPresent()) {
            Fix one = fix.get();
            cures.put(one.id(), one);
        }
    }

    /** What the answer hangs on as far as it was met, by id. */
    SortedMap<String, Fix> cures() {
        return new TreeMap<>(cures);
    }

    /** Most of what is met is never shown: it is put into words when somebody asks. */
    void met(Supplier<Stream<Evidence>> evidence) {
        if (met.size() == MOST_PENDING) {
            settle();
        }
        if (trace.size() < MOST_EVIDENCE) {
            met.add(evidence);
        }
    }

    private void settle() {
        for (Supplier<Stream<Evidence>> some : met) {
            Iterator<Evidence> evidence = some.get().iterator();
            while (trace.size() < MOST_EVIDENCE && evidence.hasNext()) {
                Evidence one = evidence.next();
                if (!trace.contains(one)) {
                    trace.add(one);
                }
            }
        }
        met.clear();
    }

    /** What the evaluation met that speaks for the threat, in its order. */
    List<Evidence> trace() {
        settle();
        return List.copyOf(trace);
    }
}
