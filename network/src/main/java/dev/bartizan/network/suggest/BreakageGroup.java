package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traffic that would stop because of one side that no rule can name, and that one decision would keep.
 *
 * @param importance of the worst
 * @param lines one for each pair, the worst first
 */
record BreakageGroup(Importance importance, String unknown, String remedy, List<String> lines) {
    BreakageGroup {
        lines = List.copyOf(lines);
    }

    private record Key(String unknown, String remedy) {}

    private record Pair(String from, String to, String ports) {}

    /** The worst first. */
    static List<BreakageGroup> of(List<Breakage> breakages) {
        var groups = new LinkedHashMap<Key, Map<Pair, List<Breakage>>>();
        breakages.stream()
                .sorted(Comparator.comparing(breakage -> breakage.traffic().importance()))
                .forEach(breakage -> groups.computeIfAbsent(
                                new Key(breakage.unknown(), breakage.remedy()), key -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                new Pair(
                                        breakage.from(),
                                        breakage.to(),
                                        breakage.traffic().ports().toString()),
                                key -> new ArrayList<>(1))
                        .add(breakage));
        var found = new ArrayList<BreakageGroup>();
        groups.forEach((key, pairs) -> found.add(group(key, pairs)));
        return found;
    }

    private static BreakageGroup group(Key key, Map<Pair, List<Breakage>> pairs) {
        var lines = new ArrayList<String>();
        pairs.forEach((pair, reasons) -> lines.add(line(pair, reasons)));
        Importance worst = pairs.values().iterator().next().getFirst().traffic().importance();
        return new BreakageGroup(worst, key.unknown(), key.remedy(), lines);
    }

    private static String line(Pair pair, List<Breakage> reasons) {
        var reason = reasons.getFirst().traffic().reason();
        String place = reason.place()
                .map(where -> " (" + where.file() + ":" + where.line() + ")")
                .orElse("");
        String more = reasons.size() > 1 ? " and " + (reasons.size() - 1) + " more reasons" : "";
        return reasons.getFirst().traffic().importance().word() + ": " + pair.from() + " => " + pair.to() + " ("
                + pair.ports() + "): " + reason.text() + place + more;
    }

    /** {@code critical: the API server, 12 connections}. */
    String title() {
        return importance.word() + ": " + unknown + ", " + lines.size()
                + (lines.size() == 1 ? " connection" : " connections");
    }

    /** In one line. */
    String summary() {
        return title() + "; to keep: " + remedy;
    }
}
