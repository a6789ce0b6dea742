package dev.bartizan.report.document;

import dev.bartizan.graph.Crossings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order zones are closed. */
final class RollOut {
    private RollOut() {}

    private record Zone(String name, int reachedFrom, int reaches) {}

    /** Number, zone, from how many others it is reached and how many it reaches; those with the least to break first. */
    static List<List<String>> steps(Crossings crossings) {
        List<Zone> zones = crossings.zones().stream()
                .filter(zone -> !zone.equals(Crossings.OUTSIDE))
                .map(zone -> new Zone(
                        zone,
                        (int) crossings.zones().stream()
                                .filter(other -> !crossings.between(other, zone).isNothing())
                                .count(),
                        (int) crossings.zones().stream()
                                .filter(other -> !crossings.between(zone, other).isNothing())
                                .count()))
                .sorted(Comparator.comparingInt(Zone::reachedFrom)
                        .thenComparingInt(Zone::reaches)
                        .thenComparing(Zone::name))
                .toList();
        var steps = new ArrayList<List<String>>();
        for (Zone zone : zones) {
            steps.add(List.of(
                    Integer.toString(steps.size() + 1),
                    zone.name(),
                    Integer.toString(zone.reachedFrom()),
                    Integer.toString(zone.reaches())));
        }
        return steps;
    }
}
