package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCatalogueTest {
    private static final String PATTERN = """
            id: PT-ONE
            version: 1.0.0
            title: One
            layer: model
            intent: To be one.
            forces: [Two is company.]
            roles: [notebook]
            applies: n.value >= 1
            begun: exposed(n)
            requirements:
              - {title: It asks who comes, holds: "!lacks(n, 'C-AUTHN')", control: C-AUTHN, remedy: Ask.}
            examples:
              follows: ["kind: Pod"]
              adopts: ["kind: Pod"]
            """;

    @Test
    void aGoodOneIsRead() {
        assertThat(problems(PATTERN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            roles: [notebook]      => roles: [notebok]        => 'notebok' is no role
            control: C-AUTHN       => control: C-AUTH         => 'C-AUTH' is no control
            forces:                => force:                  => force
            id: PT-ONE             => id: ONE                 => an id is PT- and capitals
            layer: model           => layer: modle            => modle
            """)
    void aWrongOneIsRefusedAtItsLine(String right, String wrong, String message) {
        assertThat(problems(PATTERN.replace(right, wrong)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.location()).isPresent())
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void aPatternThatBuildsOnItselfIsRefused() {
        String other = PATTERN.replace("PT-ONE", "PT-OTHER").replace("roles:", "builds-on: [PT-ONE]\nroles:");

        assertThat(problems(PATTERN.replace("roles:", "builds-on: [PT-OTHER]\nroles:"), other))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "'PT-ONE' builds on itself, perhaps by way of others.",
                        "'PT-OTHER' builds on itself, perhaps by way of others.");
        assertThat(problems(PATTERN, other)).isEmpty();
        assertThat(problems(other))
                .extracting(Problem::message)
                .anyMatch(text -> text.contains("'PT-ONE' is no pattern"));
    }

    @Test
    void twoWithOneIdAreRefused() {
        assertThat(problems(PATTERN, PATTERN)).extracting(Problem::message).contains("'PT-ONE' stands twice.");
    }

    private static List<Problem> problems(String... patterns) {
        var loaded = ThreatCatalogue.read(
                KnowledgeFile.packagedIn("threats"),
                KnowledgeFile.packaged("controls.yaml"),
                KnowledgeFile.packagedIn("incidents"),
                Stream.of(patterns)
                        .map(text -> new KnowledgeFile("patterns/one.yaml", text))
                        .toList(),
                Vocabulary.load(),
                Signatures.load());
        return switch (loaded) {
            case Loaded.Good<ThreatCatalogue> ignored -> List.of();
            case Loaded.Bad<ThreatCatalogue> bad -> bad.problems();
        };
    }
}
