package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each threat's own examples, read by the readers of the main job: so each threat can be found on a real platform. */
class ThreatExamplesTest {
    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> eachThreatHoldsOnItsExamples() {
        return ThreatCatalogue.load(Vocabulary.load(), Signatures.load()).threats().values().stream()
                .flatMap(threat -> Stream.of(
                                tests(threat, "fires", threat.examples().fires()),
                                tests(threat, "silent", threat.examples().silent()),
                                tests(threat, "undecided", threat.examples().undecided()))
                        .flatMap(tests -> tests));
    }

    private Stream<DynamicTest> tests(Threat threat, String outcome, List<String> examples) {
        return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        threat.id() + " " + outcome + " " + (i + 1), () -> run(threat, outcome, examples.get(i), i)));
    }

    private void run(Threat threat, String outcome, String example, int number) throws IOException {
        ThreatFacts.Result result = result(threat, example, threat.id() + outcome + number);
        switch (outcome) {
            case "fires" -> assertThat(result.confirmed()).as("confirmed").isPositive();
            case "silent" ->
                assertThat(result.confirmed() + result.undecided())
                        .as("confirmed or undecided")
                        .isZero();
            default -> {
                assertThat(result.undecided()).as("undecided").isPositive();
                assertThat(result.confirmed()).as("confirmed").isZero();
            }
        }
    }

    private ThreatFacts.Result result(Threat threat, String example, String name) throws IOException {
        return ExamplePlatform.assess(folder, name, example).threats().stream()
                .flatMap(facts -> facts.results().stream())
                .filter(one -> one.threat().equals(threat.id()))
                .findFirst()
                .orElseThrow();
    }
}
