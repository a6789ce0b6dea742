package dev.bartizan.risk;

import dev.bartizan.graph.RiskSettings;
import dev.bartizan.knowledge.RiskDefaults;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is asked of the analysis of risks.
 *
 * @param done ids of fixes that are taken to be done: what would be left
 */
public record RiskQuestion(
        RiskSettings settings,
        RiskDefaults defaults,
        ThreatCatalogue catalogue,
        Vocabulary vocabulary,
        LocalDate asOf,
        Set<String> done) {
    public RiskQuestion {
        done = Set.copyOf(done);
    }

    /** The same by another method than the owner's settings name. */
    public RiskQuestion by(RiskSettings.Method method) {
        return new RiskQuestion(settings.by(method), defaults, catalogue, vocabulary, asOf, done);
    }

    /** The same with these fixes taken to be done. */
    public RiskQuestion after(Set<String> fixes) {
        return new RiskQuestion(settings, defaults, catalogue, vocabulary, asOf, fixes);
    }
}
