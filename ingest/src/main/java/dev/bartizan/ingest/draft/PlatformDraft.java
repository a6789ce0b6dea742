package dev.bartizan.ingest.draft;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Grant;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Trees;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects assets, links, pods, rights and properties in any order, then sorts and numbers them. */
public final class PlatformDraft {
    private static final Comparator<Grant> GRANT_ORDER = Comparator.comparingInt(Grant::role)
            .thenComparingInt(Grant::binding)
            .thenComparingInt(Grant::subject)
            .thenComparing(Grant::rulePointer);

    // Both in the order they came: they come in long sorted runs, so that sorting them again costs next to nothing.
    private final Map<String, AssetDraft> assets = new LinkedHashMap<>();
    private final Map<LinkKey, Location> links = new LinkedHashMap<>();
    private final List<PodDraft> pods = new ArrayList<>();
    private final List<GrantDraft> grants = new ArrayList<>();
    private final SortedMap<String, Map<AssetDraft, String>> properties = new TreeMap<>();

    private record LinkKey(AssetDraft from, AssetDraft to, String kind) {
        /** Written out: each link is looked up, and what a record makes of itself is several times slower. */
        @Override
        public int hashCode() {
            return 31 * (31 * from.hashCode() + to.hashCode()) + kind.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LinkKey key && from.equals(key.from) && to.equals(key.to) && kind.equals(key.kind);
        }
    }

    /** What the draft became. */
    public record Finished(Platform platform, Trees trees) {}

    /** Adds an asset; of two with one id the first stays. */
    public AssetDraft add(AssetDraft asset) {
        AssetDraft known = assets.putIfAbsent(asset.id(), asset);
        return known == null ? asset : known;
    }

    /** The asset of this id, made when there is none. */
    public AssetDraft asset(String id, Supplier<AssetDraft> otherwise) {
        return assets.computeIfAbsent(id, key -> otherwise.get());
    }

    public Optional<AssetDraft> find(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    /** Sorted by id. */
    public List<AssetDraft> assets() {
        return assets.values().stream()
                .sorted(Comparator.comparing(AssetDraft::id))
                .toList();
    }

    /** Shows each asset, in the order they came. */
    public void eachAsset(Consumer<AssetDraft> action) {
        assets.values().forEach(action);
    }

    /** Links two assets; of several reasons for one link the first in the order of places stays. */
    public void link(AssetDraft from, AssetDraft to, String kind, Location evidence) {
        links.merge(new LinkKey(from, to, kind), evidence, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** Shows each link of a kind, in no particular order. */
    public void eachLink(String kind, BiConsumer<AssetDraft, AssetDraft> action) {
        for (LinkKey link : links.keySet()) {
            if (link.kind().equals(kind)) {
                action.accept(link.from(), link.to());
            }
        }
    }

    public void pod(PodDraft pod) {
        pods.add(pod);
    }

    public List<PodDraft> pods() {
        return pods;
    }

    public void grant(GrantDraft grant) {
        grants.add(grant);
    }

    public int grantCount() {
        return grants.size();
    }

    public void property(AssetDraft asset, String property, String value) {
        properties.computeIfAbsent(property, key -> new HashMap<>()).put(asset, value);
    }

    public Optional<String> property(AssetDraft asset, String property) {
        return Optional.ofNullable(properties.getOrDefault(property, Map.of()).get(asset));
    }

    /** Numbers the assets by id and builds the platform with its trees. */
    public Finished finish(String name, Completeness completeness) {
        List<AssetDraft> sorted = assets();
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).index(i);
        }
        var platform =
                new Platform(name, sorted.stream().map(AssetDraft::finish).toList(), links(), columns(), completeness);
        return new Finished(platform, trees(sorted));
    }

    private List<Link> links() {
        var finished = new ArrayList<Link>(links.size());
        links.forEach((key, evidence) ->
                finished.add(new Link(key.from().index(), key.to().index(), key.kind(), evidence)));
        return finished;
    }

    private SortedMap<String, SortedMap<Integer, String>> columns() {
        var columns = new TreeMap<String, SortedMap<Integer, String>>();
        properties.forEach((property, values) -> {
            var column = new TreeMap<Integer, String>();
            values.forEach((asset, value) -> column.put(asset.index(), value));
            columns.put(property, column);
        });
        return columns;
    }

    private Trees trees(List<AssetDraft> sorted) {
        List<Optional<Node>> roots = sorted.stream().map(AssetDraft::root).toList();
        List<PodTemplate> templates = pods.stream()
                .map(PodDraft::finish)
                .sorted(Comparator.comparingInt(PodTemplate::asset).thenComparing(PodTemplate::pointer))
                .toList();
        return new Trees(
                roots,
                templates,
                grants.stream().map(GrantDraft::finish).sorted(GRANT_ORDER).toList());
    }
}
