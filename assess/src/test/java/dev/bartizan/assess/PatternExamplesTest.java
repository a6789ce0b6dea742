package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.knowledge.SecurityPattern;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each pattern's own examples, read by the readers of the main job: so each pattern can be found on a real platform. */
class PatternExamplesTest {
    private static final List<SecurityPattern> PATTERNS =
            List.copyOf(ThreatCatalogue.load(Vocabulary.load(), Signatures.load())
                    .patterns()
                    .values());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLibraryHoldsTheUsualPatterns() {
        assertThat(PATTERNS).hasSizeGreaterThanOrEqualTo(12);
        assertThat(PATTERNS).allSatisfy(pattern -> assertThat(pattern.forces()).hasSizeGreaterThan(1));
    }

    @TestFactory
    Stream<DynamicTest> eachPatternHoldsOnItsExamples() {
        return PATTERNS.stream()
                .flatMap(pattern -> Stream.of(
                                tests(
                                        pattern,
                                        EnumSet.of(Standing.FOLLOWS),
                                        pattern.examples().follows()),
                                tests(
                                        pattern,
                                        EnumSet.of(Standing.VIOLATES),
                                        pattern.examples().violates()),
                                tests(
                                        pattern,
                                        EnumSet.of(Standing.SHOULD_ADOPT),
                                        pattern.examples().adopts()),
                                tests(
                                        pattern,
                                        EnumSet.of(Standing.UNDECIDED),
                                        pattern.examples().undecided()),
                                tests(
                                        pattern,
                                        EnumSet.noneOf(Standing.class),
                                        pattern.examples().silent()))
                        .flatMap(tests -> tests));
    }

    private Stream<DynamicTest> tests(SecurityPattern pattern, Set<Standing> expected, List<String> examples) {
        return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        pattern.id() + " " + expected + " " + (i + 1),
                        () -> assertThat(standings(pattern, examples.get(i), pattern.id() + expected.hashCode() + i))
                                .isEqualTo(expected)));
    }

    private Set<Standing> standings(SecurityPattern pattern, String example, String name) throws IOException {
        return ExamplePlatform.assess(folder, name, example).safeguards().stream()
                .flatMap(facts -> facts.patterns().stream())
                .filter(result -> result.id().equals(pattern.id()))
                .map(PatternResult::places)
                .flatMap(List::stream)
                .map(Place::standing)
                .collect(Collectors.toSet());
    }
}
