package dev.bartizan.report.html;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report holds, and what it knows besides the snapshot.
 *
 * @param maxFindings how many findings are embedded, worst first
 * @param maxNodes how many assets get a place on the map, worst first
 * @param version of Bartizan, shown to the reader; empty when not known
 * @param explanations why it matters, by rule id, in plain text
 */
public record HtmlOptions(int maxFindings, int maxNodes, String version, SortedMap<String, String> explanations) {
    public static final HtmlOptions DEFAULT = new HtmlOptions(5_000, 2_000, "", Collections.emptySortedMap());

    public HtmlOptions {
        if (maxFindings < 0 || maxNodes < 1) {
            throw new IllegalArgumentException("a report has no negative bounds and at least one node on its map");
        }
        explanations = Collections.unmodifiableSortedMap(new TreeMap<>(explanations));
    }

    public HtmlOptions withVersion(String other) {
        return new HtmlOptions(maxFindings, maxNodes, other, explanations);
    }

    public HtmlOptions withExplanations(SortedMap<String, String> other) {
        return new HtmlOptions(maxFindings, maxNodes, version, other);
    }
}
