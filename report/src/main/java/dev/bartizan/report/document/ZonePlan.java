package dev.bartizan.report.document;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Platform;
import dev.bartizan.report.document.Document.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which workloads lie in which zone. */
final class ZonePlan {
    private final SortedMap<String, SortedMap<String, Integer>> rolesByZone = new TreeMap<>();
    private final SortedMap<String, TreeSet<String>> planesByZone = new TreeMap<>();
    private final SortedMap<String, Integer> exposedByZone = new TreeMap<>();

    /** @param workloads indexes of the assets that have pods */
    ZonePlan(Platform platform, Iterable<Integer> workloads) {
        for (int i : workloads) {
            Asset asset = platform.asset(i);
            Classification classification = asset.classification();
            if (!asset.zone().equals("-") && classification.plane().isPresent()) {
                rolesByZone
                        .computeIfAbsent(asset.zone(), key -> new TreeMap<>())
                        .merge(classification.role(), 1, Integer::sum);
                planesByZone
                        .computeIfAbsent(asset.zone(), key -> new TreeSet<>())
                        .add(classification.plane().get().name().toLowerCase(Locale.ROOT));
                boolean isExposed = platform.property(i, "exposure")
                        .filter("outside"::equals)
                        .isPresent();
                exposedByZone.merge(asset.zone(), isExposed ? 1 : 0, Integer::sum);
            }
        }
    }

    Grid grid(int most) {
        var rows = new ArrayList<List<String>>();
        rolesByZone.forEach((zone, roles) -> rows.add(List.of(
                zone,
                String.join(", ", planesByZone.getOrDefault(zone, new TreeSet<>())),
                Integer.toString(
                        roles.values().stream().mapToInt(Integer::intValue).sum()),
                String.join(", ", roles.keySet()),
                Integer.toString(exposedByZone.getOrDefault(zone, 0)))));
        return new Grid(
                List.of("Zone", "Planes", "Workloads", "Roles", "Open to beyond the cluster"),
                rows.subList(0, Math.min(most, rows.size())));
    }

    /**
     * Zone, role, how many, what to record of them; roles of which nothing particular is to be recorded are left out.
     *
     * @param recorded of a workload, by its role
     */
    List<List<String>> telemetry(SortedMap<String, String> recorded) {
        var rows = new ArrayList<List<String>>();
        rolesByZone.forEach((zone, roles) -> roles.forEach((role, count) -> Optional.ofNullable(recorded.get(role))
                .ifPresent(what -> rows.add(List.of(zone, role, Integer.toString(count), what)))));
        return rows;
    }
}
