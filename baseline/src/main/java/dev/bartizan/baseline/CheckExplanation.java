package dev.bartizan.baseline;

import dev.bartizan.graph.Evidence;
import java.util.List;

/**
 * What a check answers for an asset, and which values decided it.
 *
 * @param verdict the worst of the parts
 * @param parts one for each container, pod or object the check looked at; empty when it is not about such assets
 */
public record CheckExplanation(String rule, String title, String asset, Verdict verdict, List<Part> parts) {
    public CheckExplanation {
        parts = List.copyOf(parts);
    }

    /**
     * What it answers for a part.
     *
     * @param part {@code container/web}, or empty for the whole
     * @param gaps what is not known, sorted; empty unless undecided
     * @param evidence the values that decided
     */
    public record Part(String part, Verdict verdict, List<String> gaps, List<Evidence> evidence) {
        public Part {
            gaps = List.copyOf(gaps);
            evidence = List.copyOf(evidence);
        }
    }
}
