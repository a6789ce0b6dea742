package dev.bartizan.threats;

import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.util.List;

/**
 * What is asked of the analysis of threats.
 *
 * @param attestations in the order of the file; of several about one control and asset the last one holds
 * @param assignments who owns a control, in the order of the file
 */
public record ThreatQuestion(
        ThreatCatalogue catalogue,
        Checks checks,
        Vocabulary vocabulary,
        Signatures signatures,
        List<Attestation> attestations,
        List<Assignment> assignments) {
    public ThreatQuestion {
        attestations = List.copyOf(attestations);
        assignments = List.copyOf(assignments);
    }
}
