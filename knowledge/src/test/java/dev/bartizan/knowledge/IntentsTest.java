package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Intent;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load(VOCABULARY);
    private static final int FEWEST = 12;

    @Test
    void thoseOfTheReleaseAreReadAndSayWhy() {
        List<Intent> intents = Intents.load(VOCABULARY, SIGNATURES);

        assertThat(intents).hasSizeGreaterThanOrEqualTo(FEWEST).allSatisfy(intent -> {
            assertThat(intent.why()).isPresent();
            assertThat(intent.sources()).isNotEmpty();
        });
    }

    @Test
    void whatIsMisspeltIsToldWithItsPlaceAndNothingIsApplied() {
        var answer = read("""
                intents:
                  - {id: one, demand: deny, from: [{roles: [notebok]}], to: [{who: outside}]}
                  - {id: one, demand: only, to: [{components: [rai-cluster]}], ports: ["70000"]}
                """);

        assertThat(answer.intents()).isEmpty();
        assertThat(answer.problems())
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text).contains("intents.yaml:2", "did you mean 'notebook'?"))
                .anySatisfy(text -> assertThat(text).contains("did you mean 'ray-cluster'?"))
                .anySatisfy(text -> assertThat(text).contains("'70000' is no port"))
                .anySatisfy(text -> assertThat(text).contains("'one' stands twice"));
    }

    @Test
    void aSideNamesSomebodyAndOnlyWhatAgrees() {
        assertThat(problems("{id: a, demand: deny, from: [{except: [{who: outside}]}], to: [{who: outside}]}"))
                .contains("a side names somebody");
        assertThat(problems("{id: a, demand: deny, from: [{who: outside, roles: [notebook]}], to: [{who: anyone}]}"))
                .contains("write two sides");
        assertThat(problems("{id: a, demand: via, from: [{who: workloads}], to: [{who: outside}]}"))
                .contains("'via' needs it");
        assertThat(problems("{id: a, demand: allow, to: [{who: outside}]}"))
                .contains("'allow' names somebody in 'from'");
        assertThat(problems("{id: a, demand: forbid, from: [{who: anyone}], to: [{who: outside}]}"))
                .contains("forbid");
    }

    private static String problems(String intent) {
        return read("intents:\n  - " + intent).problems().toString();
    }

    private static Intents.Answer read(String text) {
        var root = SourceReader.parse("intents.yaml", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        return Intents.read(root, VOCABULARY, SIGNATURES);
    }
}
