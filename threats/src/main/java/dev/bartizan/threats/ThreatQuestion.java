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
 * @param answers in the order of the file; the platform has them already
 */
public record ThreatQuestion(
        ThreatCatalogue catalogue,
        Checks checks,
        Vocabulary vocabulary,
        Signatures signatures,
        List<Attestation> attestations,
        List<Assignment> assignments,
        List<AnsweredProperty> answers) {
    public ThreatQuestion {
        answers = List.copyOf(answers);
        attestations = List.copyOf(attestations);
        assignments = List.copyOf(assignments);
    }

    ThreatQuestion withCatalogue(ThreatCatalogue other) {
        return new ThreatQuestion(other, checks, vocabulary, signatures, attestations, assignments, answers);
    }
}
