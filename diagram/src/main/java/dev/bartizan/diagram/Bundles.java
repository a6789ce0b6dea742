package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.Bundle;
import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.graph.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up the links between zones. */
final class Bundles {
    /** Every workload pulls its images from somewhere; these lines would hide all others. */
    private static final String PULLS = "pulls";

    private Bundles() {}

    /**
     * All links between these zones except image pulls, also those of assets that are not drawn; the thickest bundles first, without points.
     *
     * @param zones sorted
     */
    static List<Bundle> of(List<MapLink> links, Platform platform, List<ZoneKey> zones) {
        var indexes = new TreeMap<ZoneKey, Integer>();
        for (int i = 0; i < zones.size(); i++) {
            indexes.put(zones.get(i), i);
        }
        var counts = new TreeMap<Long, SortedMap<String, Integer>>();
        for (MapLink link : links) {
            if (link.kind().equals(PULLS)) {
                continue;
            }
            var from = Optional.ofNullable(indexes.get(ZoneKey.of(platform.asset(link.from()))));
            var to = Optional.ofNullable(indexes.get(ZoneKey.of(platform.asset(link.to()))));
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                counts.computeIfAbsent((long) from.get() << Integer.SIZE | to.get(), ends -> new TreeMap<>())
                        .merge(link.kind(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Bundle(
                        (int) (entry.getKey() >> Integer.SIZE), entry.getKey().intValue(), entry.getValue(), List.of()))
                .sorted(Comparator.comparingInt(Bundle::count)
                        .reversed()
                        .thenComparingInt(Bundle::from)
                        .thenComparingInt(Bundle::to))
                .toList();
    }
}
