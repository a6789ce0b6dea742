package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.knowledge.ReadinessCatalogue.Measure;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessCatalogueTest {
    private static final String TEXT = """
            id: test
            version: 1.0.0
            domains:
              - id: NET
                title: Network
                weight: 12
                questions:
                  - id: NET-1
                    ask: Is it closed?
                    cadence: P1D
                    triggers: [new-crossing]
                    levels:
                      - {lifts: Close one., needs: [{measure: coverage, of: C-NETSEG, above: 0}]}
                      - {lifts: Close half., needs: [{measure: gaps, of: TH-I01, most: 0}]}
                      - {lifts: Close all., needs: [{measure: passed, of: BL-NW-001, least: 1}]}
                      - {lifts: Keep it., needs: [{measure: steady, least: 2}]}
                    maps: {nist-ai-rmf: [MEASURE 2.7], owasp-samm: [D-SA]}
            """;

    @Test
    void thePackagedCatalogueHasEightDomainsAndAtLeast32Questions() {
        var vocabulary = Vocabulary.load();
        var catalogue = ReadinessCatalogue.load(ThreatCatalogue.load(vocabulary, Signatures.load()), Checks.load());

        assertThat(catalogue.domains()).hasSize(8);
        assertThat(catalogue.questions()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(catalogue.questions().map(Question::id)).containsExactlyElementsOf(ReadinessCatalogue.questionIds());
        assertThat(catalogue.questions()).allSatisfy(question -> {
            assertThat(question.levels()).hasSize(ReadinessFacts.HIGHEST).allSatisfy(level -> {
                assertThat(level.lifts()).endsWith(".");
                assertThat(level.needs()).isNotEmpty();
            });
            assertThat(question.maps().nistAiRmf()).isNotEmpty();
            assertThat(question.maps().owaspAima()).isNotEmpty();
            assertThat(question.maps().owaspSamm()).isNotEmpty();
        });
    }

    @Test
    void theHighestLevelAsksThatNothingFell() {
        var catalogue =
                ReadinessCatalogue.load(ThreatCatalogue.load(Vocabulary.load(), Signatures.load()), Checks.load());

        assertThat(catalogue.questions())
                .allSatisfy(question -> assertThat(question.levels().getLast().needs())
                        .anyMatch(need -> need.measure() == Measure.STEADY));
    }

    @Test
    void whatIsRightIsRead() {
        assertThat(read(TEXT)).isInstanceOf(Loaded.Good.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    of: C-NETSEG         | of: C-NETSGE          | 13 | did you mean 'C-NETSEG'?
                    of: TH-I01           | of: TH-I1             | 14 | did you mean 'TH-I01'?
                    of: BL-NW-001        | of: BL-NW-002         | 15 | did you mean 'BL-NW-001'?
                    measure: coverage    | measure: coverge      | 13 | coverage
                    measure: steady, least: 2 | measure: steady, of: x, least: 2 | 16 | of nothing in particular
                    most: 0              | least: 0.5            | 14 | a number as 'most'
                    least: 1}            | least: 1.2}           | 15 | a share as
                    cadence: P1D         | cadence: daily        | 8  | ISO period
                    cadence: P1D         | cadence: P0D          | 8  | at least a day
                    [MEASURE 2.7]        | [MEASURES 2.7]        | 17 | GOVERN 1.4
                    triggers: [new-crossing] | triggers: [new-crosing] | 11 | new-crossing
                    ask: Is              | asks: Is              | 9  | ask
                    """)
    void whatIsMisspeltIsToldAtItsLine(String right, String wrong, int line, String told) {
        switch (read(TEXT.replace(right, wrong))) {
            case Loaded.Good<ReadinessCatalogue> _ -> throw new AssertionError("it was taken: " + wrong);
            case Loaded.Bad<ReadinessCatalogue> bad ->
                assertThat(bad.problems()).anySatisfy(problem -> {
                    assertThat(problem.location().map(Location::line)).contains(line);
                    assertThat(text(problem)).contains(told);
                });
        }
    }

    @Test
    void aQuestionStandsOnce() {
        String question = TEXT.substring(TEXT.indexOf("      - id: NET-1"));

        switch (read(TEXT + question)) {
            case Loaded.Good<ReadinessCatalogue> _ -> throw new AssertionError("it was taken");
            case Loaded.Bad<ReadinessCatalogue> bad ->
                assertThat(bad.problems()).extracting(Problem::message).containsExactly("'NET-1' stands twice.");
        }
    }

    private static String text(Problem problem) {
        return problem.message() + " " + problem.remedy();
    }

    private static Loaded<ReadinessCatalogue> read(String text) {
        return ReadinessCatalogue.read(
                new KnowledgeFile("readiness.yaml", text),
                List.of("TH-I01"),
                List.of("C-NETSEG"),
                List.of("BL-NW-001"));
    }
}
