package dev.bartizan.assess;

import dev.bartizan.ingest.Declarations;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Problem;
import dev.bartizan.source.ReadOptions;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.threats.AnsweredProperty;
import dev.bartizan.threats.Assignment;
import dev.bartizan.threats.Attestation;
import dev.bartizan.threats.ThreatQuestion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

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

    /** The packaged catalogue and those of these folders beside it; what is wrong with them is added to the problems. */
    static ThreatCatalogue catalogue(Knowledge knowledge, List<Path> folders, List<Problem> problems) {
        if (folders.isEmpty()) {
            return knowledge.catalogue();
        }
        Reading reading = SourceReader.of(ReadOptions.defaults()).read(folders, InputStream.nullInputStream());
        ThreatCatalogue.Extended extended =
                knowledge.catalogue().with(reading, knowledge.vocabulary(), knowledge.signatures());
        problems.addAll(extended.problems());
        return extended.catalogue();
    }

    static ThreatQuestion question(Knowledge knowledge, ThreatCatalogue catalogue, Checks checks, Ingested ingested) {
        return new ThreatQuestion(
                catalogue,
                checks,
                knowledge.vocabulary(),
                knowledge.signatures(),
                ingested.declarations().attestations().stream()
                        .map(DeclaredThreats::attestation)
                        .toList(),
                ingested.declarations().responsibilities().stream()
                        .map(DeclaredThreats::assignment)
                        .toList(),
                ingested.declarations().answers().stream()
                        .map(answer -> new AnsweredProperty(
                                answer.property(), answer.value(), answer.assets(), answer.location()))
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
