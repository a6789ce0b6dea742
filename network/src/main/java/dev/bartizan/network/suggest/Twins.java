package dev.bartizan.network.suggest;

import dev.bartizan.graph.Platform;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Workloads that no stable label tells apart, with the places where one could stand. */
final class Twins {
    private final Platform platform;
    private final Cluster cluster;
    private final Segments segments;
    private final Endpoints endpoints;

    Twins(Platform platform, Cluster cluster, Segments segments, Endpoints endpoints) {
        this.platform = platform;
        this.cluster = cluster;
        this.segments = segments;
        this.endpoints = endpoints;
    }

    /** Those that take part in some pairs, one line for those that are alike. */
    List<String> of(List<Pair> pairs) {
        var meant = new TreeSet<String>();
        pairs.forEach(pair -> {
            meant.add(pair.from());
            meant.add(pair.to());
        });
        var lines = new ArrayList<String>();
        for (Segment segment : segments.all()) {
            List<Integer> alike =
                    segment.pods().stream().map(endpoints::of).distinct().toList();
            boolean isMeant = alike.stream().map(endpoints::label).anyMatch(meant::contains);
            if (alike.size() > 1 && isMeant) {
                lines.add(String.join(", ", alike.stream().map(this::described).toList()));
            }
        }
        return lines;
    }

    private String described(int endpoint) {
        int pod = endpoints.pods(endpoint).getFirst();
        Location place = platform.asset(cluster.pods().get(pod).asset()).location();
        return endpoints.label(endpoint) + " (" + place.file() + ":" + place.line() + ")";
    }
}
