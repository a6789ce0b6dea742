package dev.bartizan.assess;

import dev.bartizan.ingest.Declarations;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.threats.Assignment;
import dev.bartizan.threats.Attestation;
import dev.bartizan.threats.ThreatQuestion;

/** What {@code bartizan.yaml} says about threats, as their analysis takes it: the two modules do not know each other. */
final class DeclaredThreats {
    private DeclaredThreats() {}

    /** What there is to know before anything is read: another thread can load it meanwhile. */
    record Knowledge(Vocabulary vocabulary, Signatures signatures, ThreatCatalogue catalogue) {
        static Knowledge load() {
            var vocabulary = Vocabulary.load();
            var signatures = Signatures.load();
            return new Knowledge(vocabulary, signatures, ThreatCatalogue.load(vocabulary, signatures));
        }
    }

    static ThreatQuestion question(Knowledge knowledge, Checks checks, Ingested ingested) {
        return new ThreatQuestion(
                knowledge.catalogue(),
                checks,
                knowledge.vocabulary(),
                knowledge.signatures(),
                ingested.declarations().attestations().stream()
                        .map(DeclaredThreats::attestation)
                        .toList(),
                ingested.declarations().responsibilities().stream()
                        .map(DeclaredThreats::assignment)
                        .toList());
    }

    private static Attestation attestation(Declarations.AttestedControl attested) {
        return new Attestation(
                attested.control(),
                attested.assets(),
                attested.holds(),
                attested.evidence(),
                attested.date(),
                attested.location());
    }

    private static Assignment assignment(Declarations.OwnedControl owned) {
        return new Assignment(
                owned.control(), owned.party(), owned.layer(), owned.assets(), owned.because(), owned.location());
    }
}
