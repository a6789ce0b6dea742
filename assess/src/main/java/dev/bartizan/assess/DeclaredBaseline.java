package dev.bartizan.assess;

import dev.bartizan.baseline.BaselineSettings;
import dev.bartizan.baseline.Exemption;
import dev.bartizan.ingest.Declarations;

/** What {@code bartizan.yaml} says about the baseline, as the baseline takes it: the two modules do not know each other. */
final class DeclaredBaseline {
    private DeclaredBaseline() {}

    static BaselineSettings settings(Declarations declarations) {
        return new BaselineSettings(
                declarations.parameters(),
                declarations.exceptions().stream()
                        .map(DeclaredBaseline::exemption)
                        .toList());
    }

    private static Exemption exemption(Declarations.AcceptedFinding accepted) {
        return new Exemption(
                accepted.rule(),
                accepted.assets(),
                accepted.reason(),
                accepted.expires(),
                accepted.by(),
                accepted.location());
    }
}
