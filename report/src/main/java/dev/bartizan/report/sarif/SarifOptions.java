package dev.bartizan.report.sarif;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a SARIF file holds, and what it knows besides the snapshot. Forges refuse or cut files above their own limits, so ours are lower, and
 * what they leave out is said in the file.
 *
 * @param maxResults how many findings, worst first
 * @param maxPlaces how many further places of one finding
 * @param maxNotifications how many problems of the input, worst first
 * @param version of Bartizan; empty when not known
 * @param explanations why it matters, by rule id, in plain text
 */
public record SarifOptions(
        int maxResults, int maxPlaces, int maxNotifications, String version, SortedMap<String, String> explanations) {
    public static final SarifOptions DEFAULT = new SarifOptions(5_000, 20, 1_000, "", Collections.emptySortedMap());

    public SarifOptions {
        if (maxResults < 0 || maxPlaces < 0 || maxNotifications < 0) {
            throw new IllegalArgumentException("a SARIF file has no negative bounds");
        }
        explanations = Collections.unmodifiableSortedMap(new TreeMap<>(explanations));
    }

    public SarifOptions withMaxResults(int other) {
        return new SarifOptions(other, maxPlaces, maxNotifications, version, explanations);
    }

    public SarifOptions withVersion(String other) {
        return new SarifOptions(maxResults, maxPlaces, maxNotifications, other, explanations);
    }

    public SarifOptions withExplanations(SortedMap<String, String> other) {
        return new SarifOptions(maxResults, maxPlaces, maxNotifications, version, other);
    }
}
