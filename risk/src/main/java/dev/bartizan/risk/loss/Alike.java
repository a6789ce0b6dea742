package dev.bartizan.risk.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scenarios that cost alike when they happen. Platforms repeat themselves, and where nobody gave figures of their own scenarios have them from the threat: the transform of a severity, and what
 * a frequency makes of it, are worked out once.
 *
 * @param often by frequency, in the order of the question
 */
record Alike(Distribution severity, List<Often> often) {
    /**
     * Those of them that happen equally often.
     *
     * @param scenarios how many
     */
    record Often(EventCounts counts, int scenarios) {}

    static List<Alike> of(List<LossProcess> processes) {
        var bySeverity = processes.stream()
                .collect(Collectors.groupingBy(
                        process -> process.scenario().severity(), LinkedHashMap::new, Collectors.toList()));
        return bySeverity.entrySet().stream()
                .map(entry -> new Alike(entry.getKey(), often(entry.getValue())))
                .toList();
    }

    private static List<Often> often(List<LossProcess> processes) {
        var byFrequency = processes.stream()
                .collect(Collectors.groupingBy(
                        process -> process.scenario().frequency(), LinkedHashMap::new, Collectors.toList()));
        return byFrequency.values().stream()
                .map(same -> new Often(same.getFirst().counts(), same.size()))
                .toList();
    }
}
