package dev.bartizan.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The AI platform under assessment: assets sorted by id, each with a dense index from 0, links sorted by their ends and kind, and named
 * property columns. Immutable.
 */
public final class Platform {
    private final String name;
    private final List<Asset> assets;
    private final Map<String, Integer> indexes;
    private final List<Link> links;
    private final int[] firstLink;
    private final List<Link> incoming;
    private final int[] firstIncoming;
    private final SortedMap<String, SortedMap<Integer, String>> properties;
    private final Completeness completeness;

    /**
     * @param assets sorted by id, each id once
     * @param links in any order
     * @param properties by property name, then asset index
     */
    public Platform(
            String name,
            List<Asset> assets,
            List<Link> links,
            SortedMap<String, SortedMap<Integer, String>> properties,
            Completeness completeness) {
        this.name = name;
        this.assets = List.copyOf(assets);
        for (int i = 1; i < this.assets.size(); i++) {
            if (this.assets.get(i - 1).id().compareTo(this.assets.get(i).id()) >= 0) {
                throw new IllegalArgumentException("assets are not sorted by id, or an id stands twice: "
                        + this.assets.get(i).id());
            }
        }
        this.indexes = HashMap.newHashMap(this.assets.size());
        for (int i = 0; i < this.assets.size(); i++) {
            indexes.put(this.assets.get(i).id(), i);
        }
        var sorted = new ArrayList<>(links);
        sorted.sort(Platform::order);
        this.links = List.copyOf(sorted);
        this.firstLink = offsets(this.links.stream().mapToInt(Link::from).toArray());
        var to = new Link[sorted.size()];
        this.firstIncoming =
                offsets(this.links.stream().mapToInt(Link::to).sorted().toArray());
        int[] next = Arrays.copyOf(firstIncoming, firstIncoming.length);
        for (int i = 0; i < sorted.size(); i++) {
            to[next[sorted.get(i).to()]++] = sorted.get(i);
        }
        this.incoming = List.of(to);
        var copy = new TreeMap<String, SortedMap<Integer, String>>();
        properties.forEach(
                (property, column) -> copy.put(property, Collections.unmodifiableSortedMap(new TreeMap<>(column))));
        this.properties = Collections.unmodifiableSortedMap(copy);
        this.completeness = completeness;
    }

    private static int order(Link one, Link other) {
        int order = Integer.compare(one.from(), other.from());
        if (order == 0) {
            order = Integer.compare(one.to(), other.to());
        }
        if (order == 0) {
            order = one.kind().compareTo(other.kind());
        }
        return order == 0 ? one.evidence().compareTo(other.evidence()) : order;
    }

    /** Of ends in ascending order, where each asset's run begins; one more entry than there are assets. */
    private int[] offsets(int[] ends) {
        var first = new int[assets.size() + 1];
        for (int end : ends) {
            first[end + 1]++;
        }
        for (int i = 0; i < assets.size(); i++) {
            first[i + 1] += first[i];
        }
        return first;
    }

    /** What its owners call it; empty when nobody said. */
    public String name() {
        return name;
    }

    public List<Asset> assets() {
        return assets;
    }

    public Asset asset(int index) {
        return assets.get(index);
    }

    public List<Link> links() {
        return links;
    }

    /** The links that start at this asset. */
    public List<Link> linksFrom(int asset) {
        return links.subList(firstLink[asset], firstLink[asset + 1]);
    }

    /** The links that end at this asset. */
    public List<Link> linksTo(int asset) {
        return incoming.subList(firstIncoming[asset], firstIncoming[asset + 1]);
    }

    /** The dense index of an id, if the platform has it. */
    public Optional<Integer> index(String id) {
        return Optional.ofNullable(indexes.get(id));
    }

    public Optional<String> property(int asset, String property) {
        return Optional.ofNullable(
                properties.getOrDefault(property, Collections.emptySortedMap()).get(asset));
    }

    /** By property name, then asset index. */
    public SortedMap<String, SortedMap<Integer, String>> properties() {
        return properties;
    }

    public Completeness completeness() {
        return completeness;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Platform platform
                && name.equals(platform.name)
                && assets.equals(platform.assets)
                && links.equals(platform.links)
                && properties.equals(platform.properties)
                && completeness.equals(platform.completeness);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, assets, links);
    }
}
