package dev.bartizan.report.html;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Problem;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the platform consists of, and how much of the input was read. */
final class PlatformOverview {
    private static final int MAX_ROLES = 60;
    private static final int MAX_NAMESPACES = 200;

    private final Snapshot snapshot;

    PlatformOverview(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    void write(JsonOutput json) {
        json.number("assets", snapshot.platform().assets().size())
                .number("links", snapshot.platform().links().size());
        roles(json);
        input(json);
    }

    /** How many assets of each role are in the control, data and management plane and in none. */
    private void roles(JsonOutput json) {
        var roles = new TreeMap<String, int[]>();
        for (Asset asset : snapshot.platform().assets()) {
            int plane = asset.classification().plane().map(Plane::ordinal).orElse(Plane.values().length);
            roles.computeIfAbsent(asset.classification().role(), role -> new int[Plane.values().length + 1])[plane]++;
        }
        json.array("roles");
        roles.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, int[]> role) -> -sum(role.getValue())))
                .limit(MAX_ROLES)
                .forEach(role -> {
                    json.object().text("role", Texts.clip(role.getKey(), 100)).array("planes");
                    for (int count : role.getValue()) {
                        json.number(count);
                    }
                    json.end().end();
                });
        json.end();
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void input(JsonOutput json) {
        Platform platform = snapshot.platform();
        counts(json, "files", snapshot.input().files());
        counts(json, "documents", snapshot.input().documents());
        json.object("complete")
                .flag("cluster", platform.completeness().cluster())
                .texts(
                        "namespaces",
                        platform.completeness().namespaces().stream()
                                .limit(MAX_NAMESPACES)
                                .map(name -> Texts.clip(name, 200))
                                .toList())
                .end();
        var levels = new TreeMap<String, Integer>();
        for (Problem.Level level : Problem.Level.values()) {
            levels.put(level.name().toLowerCase(Locale.ROOT), 0);
        }
        snapshot.problems()
                .forEach(problem -> levels.merge(problem.level().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        counts(json, "problems", levels);
    }

    static void counts(JsonOutput json, String name, SortedMap<String, Integer> counts) {
        json.object(name);
        counts.forEach(json::number);
        json.end();
    }
}
